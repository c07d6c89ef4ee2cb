import type { BlockId, JudgementId } from '../../model/id.ts'
import { restriction } from '../markings.ts'
import { sentence } from '../sentence.ts'
import type { Known } from './facts.ts'
import { type Found, found, type Mend, short, withBlock, withJudgement } from './finding.ts'

type Portion = { block: BlockId; judgement: JudgementId | null; marking: string; name: string }

const portionsOf = ({ briefing }: Known): Portion[] =>
  briefing.blocks.flatMap(block => [
    {
      block: block.id,
      judgement: null,
      marking: block.marking,
      name: block.heading === '' ? block.kind : block.heading,
    },
    ...(block.kind === 'key judgements'
      ? block.judgements.map(one => ({
          block: block.id,
          judgement: one.id,
          marking: one.marking,
          name: short(one.text),
        }))
      : []),
  ])

const clearing = ({ block, judgement }: Portion): Mend => ({
  words: sentence('tradecraft.fix.asWhole'),
  mended: briefing =>
    judgement === null
      ? withBlock(briefing, block, one => ({ ...one, marking: '' }))
      : withJudgement(briefing, block, judgement, one => ({ ...one, marking: '' })),
})

const marking = (level: string): Mend => ({
  words: sentence('tradecraft.fix.markWhole', { marking: level }),
  mended: briefing => ({ ...briefing, marking: level }),
})

/** Markings that the scheme of the case does not know, and portions that are marked above the whole. */
export const markings = (known: Known): Found[] => {
  const { briefing, levels, facts } = known
  const whole = restriction(levels, briefing.marking)
  const ofCase = restriction(levels, facts.case.marking) === null ? null : marking(facts.case.marking)
  return [
    ...(whole === null
      ? [
          briefing.marking.trim() === ''
            ? found('unknown-marking', {}, {}, ofCase, 'none')
            : found('unknown-marking', { marking: briefing.marking }, {}, ofCase),
        ]
      : []),
    ...portionsOf(known).flatMap(portion => {
      if (portion.marking === '') return []
      const { block, judgement, name } = portion
      const level = restriction(levels, portion.marking)
      const values = { marking: portion.marking, name }
      if (level === null) return [found('unknown-marking', values, { block, judgement }, clearing(portion), 'portion')]
      return whole !== null && level > whole
        ? [
            found(
              'marking-above',
              { ...values, whole: briefing.marking },
              { block, judgement },
              marking(portion.marking),
            ),
          ]
        : []
    }),
  ]
}
