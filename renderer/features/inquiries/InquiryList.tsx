import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InquiryRow } from '../../../shared/contract/inquiries.ts'
import { useCommands } from '../../commands.ts'
import { addressOf, navigate } from '../../location.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { NewInquiryDialog } from './InquiryDialog.tsx'

/** All inquiries: how much there is to each, and which hypotheses are ahead. */
export const InquiryList = ({ inquiries }: { inquiries: readonly InquiryRow[] }) => {
  const [isNew, setNew] = useState(false)
  const isFixed = useWhyFixed() !== null
  const begin = { id: 'inquiries.new', title: say('inquiries.new'), group: say('shell.inquiries'), shortcut: 'N' }
  useCommands(isFixed ? [] : [{ ...begin, run: () => setNew(true) }])
  const add = (
    <Button writes label={say('inquiries.new')} icon={<Plus size={14} />} onClick={() => setNew(true)} title="N" />
  )
  return (
    <div className="inquiries">
      {inquiries.length === 0 ? (
        <EmptyState sentence={say('inquiries.none')}>{add}</EmptyState>
      ) : (
        <>
          <div className="inquiries-bar">
            <span className="small muted">{say('inquiries.count', { count: inquiries.length })}</span>
            {add}
          </div>
          <div className="inquiries-list">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('inquiries.question')}</th>
                  <th scope="col" className="numeric">
                    {say('inquiries.hypotheses')}
                  </th>
                  <th scope="col" className="numeric">
                    {say('inquiries.claims')}
                  </th>
                  <th scope="col">{say('inquiries.ahead')}</th>
                </tr>
              </thead>
              <tbody>
                {inquiries.map(one => (
                  <Row key={one.id} inquiry={one} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {isNew ? <NewInquiryDialog onMade={id => navigate('inquiries', id)} onClose={() => setNew(false)} /> : null}
    </div>
  )
}

const Row = ({ inquiry: { id, question, hypotheses, claims, ahead } }: { inquiry: InquiryRow }) => (
  <tr>
    <td>
      <a href={addressOf('inquiries', id)}>{question}</a>
    </td>
    <td className="numeric">{hypotheses}</td>
    <td className="numeric">{claims}</td>
    <td className={ahead.length === 0 ? 'muted' : undefined}>
      {ahead.length === 0 ? say('inquiries.nobodyAhead') : ahead.join('; ')}
    </td>
  </tr>
)
