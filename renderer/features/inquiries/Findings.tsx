import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { claimName, type Finding, inquiryFindings } from '../../../shared/rules/inquiry-findings.ts'
import { say } from '../../say.ts'

/** Claims that are named; of more, the table says which. */
const mostNamed = 6
/** What these are about stands in the table already, dimmed or blank. */
const unnamed: readonly Finding['kind'][] = ['tellsNothing', 'unrated', 'originDecides']

/** The sentences under the table: who is ahead, and what that rests on. Each claim leads to its line. */
export const Findings = ({ view, onShow }: { view: InquiryView; onShow: (claim: ClaimId) => void }) => {
  const claims = byId(view.views)
  return (
    <section className="inquiry-findings" aria-label={say('inquiries.findings')}>
      <h3 className="label">{say('inquiries.findings')}</h3>
      <ul>
        {inquiryFindings(view).map(finding => (
          <li key={`${finding.kind} ${finding.values.name ?? ''}`} className={finding.kind}>
            {say(`inquiries.finding.${finding.kind}`, { ...finding.values })}
            {unnamed.includes(finding.kind)
              ? null
              : finding.claims.slice(0, mostNamed).map(id => {
                  const claim = claims.get(id)
                  return claim === undefined ? null : (
                    <button key={id} type="button" className="inquiry-named" onClick={() => onShow(id)}>
                      {claimName(claim)}
                    </button>
                  )
                })}
          </li>
        ))}
      </ul>
    </section>
  )
}
