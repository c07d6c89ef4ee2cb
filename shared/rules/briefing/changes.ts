import type { EditionChange } from '../../contract/briefings.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { Edition } from '../../model/edition.ts'
import type { Judgement } from '../../model/judgement.ts'
import { byId } from '../groups.ts'
import { clipped } from '../sentence.ts'
import { judgementsOf } from '../unsupported.ts'

const longestName = 120

const told = ({ text, likelihood, confidence }: Judgement): string =>
  [text, likelihood ?? '', confidence ?? ''].filter(words => words !== '').join(' · ')

/** Judgements that are new, told otherwise, or gone since an edition; the same one by its id. */
export const judgementChanges = (
  edition: Pick<Edition, 'blocks'>,
  briefing: Pick<Briefing, 'blocks'>,
): EditionChange[] => {
  const [before, after] = [byId(judgementsOf(edition)), byId(judgementsOf(briefing))]
  const change = (how: EditionChange['how'], was: Judgement | undefined, is: Judgement | undefined): EditionChange => ({
    about: 'judgement',
    how,
    name: clipped((is ?? was)?.text ?? '', longestName),
    before: was ? told(was) : '',
    after: is ? told(is) : '',
  })
  return [
    ...[...after.values()].flatMap(is => {
      const was = before.get(is.id)
      if (was === undefined) return [change('new', undefined, is)]
      return told(was) === told(is) ? [] : [change('changed', was, is)]
    }),
    ...[...before.values()].filter(({ id }) => !after.has(id)).map(was => change('gone', was, undefined)),
  ]
}
