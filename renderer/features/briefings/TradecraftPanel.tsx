import { ChevronRight } from 'lucide-react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BlockId } from '../../../shared/model/id.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'

/** What a marker would strike, each with its rule; a click shows the block it is about. */
export const TradecraftPanel = ({ id, onShow }: { id: Briefing['id']; onShow: (block: BlockId) => void }) => {
  const { value: findings } = useRead('briefings.check', { id })
  if (findings === undefined) return null
  const errors = findings.filter(one => one.severity === 'error').length
  const counts = say('briefings.checkCounts', { errors, warnings: findings.length - errors })
  return (
    <details className="briefings-check" open={findings.length > 0 && errors > 0}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <b>{say('briefings.check')}</b>{' '}
        <span className="muted">{findings.length === 0 ? say('briefings.checkClean') : counts}</span>
      </summary>
      <ul>
        {findings.map(one => (
          <li key={one.key}>
            <Badge tone={one.severity === 'error' ? 'conflict' : 'warning'}>{one.rule.replaceAll('-', ' ')}</Badge>
            {one.place.block === null ? (
              <span>{one.sentence}</span>
            ) : (
              <button type="button" onClick={() => one.place.block !== null && onShow(one.place.block)}>
                {one.sentence}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
