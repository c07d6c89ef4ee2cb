import { Link2 } from 'lucide-react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import type { ConflictId } from '../../../../shared/model/id.ts'
import { call } from '../../../api.ts'
import { ClaimPicker } from '../../../parts/ClaimPicker.tsx'
import { PickButton } from '../../../parts/PickButton.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { ClaimLines, ConflictLines, ConflictPicker } from './Cited.tsx'

/** Whether a conflict bears on a risk, among the other risks that it bears on. */
const bear = async (conflict: ConflictId, change: (risks: RiskDetail['id'][]) => RiskDetail['id'][]) => {
  const known = await call('conflicts.list', { ids: [conflict] })
  const [view] = known.ok ? known.value : []
  if (view) await perform('conflicts.bear', { id: conflict, risks: change(view.risks) })
}

/** The claims and conflicts linked to a risk. */
export const Linked = ({ risk }: { risk: RiskDetail }) => {
  const conflicts = risk.conflicts.map(({ id }) => id)
  const setClaims = (claims: RiskDetail['claims']) => perform('risks.update', { id: risk.id, patch: { claims } })
  return (
    <>
      <section>
        <h3 className="label">{say('assess.claims')}</h3>
        {risk.claims.length === 0 ? <p className="muted">{say('assess.noClaimsLinked')}</p> : null}
        <ClaimLines ids={risk.claims} onRemove={gone => void setClaims(risk.claims.filter(one => one !== gone))} />
        <PickButton label={say('assess.linkClaim')} icon={<Link2 size={14} />}>
          {close => (
            <ClaimPicker
              term={risk.terms[0]?.term ?? null}
              without={risk.claims}
              onCancel={close}
              onPick={picked => {
                close()
                void setClaims([...risk.claims, picked])
              }}
            />
          )}
        </PickButton>
      </section>
      <section>
        <h3 className="label">{say('assess.conflicts')}</h3>
        <ConflictLines
          ids={conflicts}
          onRemove={gone => void bear(gone, risks => risks.filter(one => one !== risk.id))}
        />
        <PickButton label={say('assess.linkConflict')} icon={<Link2 size={14} />}>
          {close => (
            <ConflictPicker
              first={[]}
              without={conflicts}
              onCancel={close}
              onPick={picked => {
                close()
                void bear(picked, risks => [...risks, risk.id])
              }}
            />
          )}
        </PickButton>
      </section>
    </>
  )
}
