import { CornerDownRight } from 'lucide-react'
import { Fragment, memo, type RefObject } from 'react'
import type { Comparison } from '../../../../shared/contract/resemblances.ts'
import { titleOf } from '../../../parts/names.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Part, Row } from './rows.ts'

export type Emphasis = 'differences' | 'shared'

type Side = 'first' | 'second'

/** What a part is called to whoever hears it, and how it is drawn; null for what is not emphasised. */
const markOf = ({ kind, elsewhere }: Part, emphasis: Emphasis): 'only' | 'changed' | 'moved' | 'inBoth' | null => {
  if (elsewhere !== null) return 'moved'
  if (emphasis === 'shared') return kind === 'same' ? 'inBoth' : null
  if (kind === 'same') return null
  return kind === 'changed' ? 'changed' : 'only'
}

type ComparedTextsProps = {
  comparison: Comparison
  rows: readonly Row[]
  emphasis: Emphasis
  /** The stretch that is looked at. */
  current: number | null
  place: RefObject<HTMLDivElement | null>
  onOther: (part: Part, side: Side) => void
}

/** Two texts in two columns, paragraph beside paragraph. */
export const ComparedTexts = memo(({ comparison, rows, emphasis, current, place, onOther }: ComparedTextsProps) => (
  <div className="resemblances-texts" ref={place} tabIndex={0} role="region" aria-label={say('resemblances.comparing')}>
    <table className={`resemblances-table ${emphasis}`}>
      <thead>
        <tr>
          {(['first', 'second'] as const).map(side => (
            <th key={side} scope="col">
              {titleOf(comparison[side])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows follow from the comparison and never move.
          <tr key={at}>
            {(['first', 'second'] as const).map(side => (
              <td key={side}>
                {row[side].map((part, number) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <Fragment key={number}>
                    <PartWords {...{ part, emphasis, current, side, onOther }} />
                  </Fragment>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
))

type PartWordsProps = {
  part: Part
  emphasis: Emphasis
  current: number | null
  side: Side
  onOther: ComparedTextsProps['onOther']
}

/** Differences are told by their line as well as by their tint, and by a word to whoever hears them. */
const PartWords = ({ part, emphasis, current, side, onOther }: PartWordsProps) => {
  const mark = markOf(part, emphasis)
  const words = part.text.trimEnd()
  const isCurrent = part.stretch === current
  if (mark === null) {
    return (
      <span
        data-stretch={part.stretch}
        className={isCurrent ? 'current' : undefined}
        tabIndex={isCurrent ? -1 : undefined}
      >
        {part.text}
      </span>
    )
  }
  return (
    <>
      <mark
        className={`resemblances-mark ${mark} ${isCurrent ? 'current' : ''}`}
        data-stretch={part.stretch}
        tabIndex={isCurrent ? -1 : undefined}
      >
        <span className="resemblances-told">{say(`resemblances.${mark}`)}: </span>
        {words}
      </mark>
      {mark === 'moved' ? (
        <Button
          className="resemblances-jump"
          label={say('resemblances.toOther')}
          icon={<CornerDownRight size={12} />}
          iconOnly
          look="quiet"
          onClick={() => onOther(part, side)}
        />
      ) : null}
      {part.text.slice(words.length)}
    </>
  )
}
