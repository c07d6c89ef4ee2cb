import type { Stage } from '../../shared/model/claim.ts'
import { stageProgress } from '../../shared/rules/stage-progress.ts'

/** A quarter-filled disc with the stage as its name: told apart by shape, not by colour. */
export const StageGlyph = ({ stage }: { stage: Stage }) => {
  const quarters = stageProgress[stage]
  const angle = quarters === 'ended' ? 0 : (quarters / 4) * 2 * Math.PI
  const [x, y] = [7 + 5 * Math.sin(angle), 7 - 5 * Math.cos(angle)]
  return (
    <svg className="stage-glyph" width="14" height="14" viewBox="0 0 14 14" role="img" aria-label={stage}>
      <title>{stage}</title>
      {quarters === 'ended' ? (
        <path d="M3 3 L11 11 M11 3 L3 11" stroke="currentColor" strokeWidth="1.75" />
      ) : (
        <>
          <circle
            cx="7"
            cy="7"
            r="5"
            fill={quarters === 4 ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.25"
          />
          {quarters > 0 && quarters < 4 ? (
            <path d={`M7 7 V2 A5 5 0 ${quarters > 2 ? 1 : 0} 1 ${x} ${y} Z`} fill="currentColor" />
          ) : null}
        </>
      )}
    </svg>
  )
}
