import { useMemo } from 'react'
import { anchorState } from '../../../shared/model/anchor.ts'
import { highlightColour } from '../../../shared/model/excerpt.ts'
import { restingKind } from '../../../shared/model/excerpt-filter.ts'
import { relationKind } from '../../../shared/model/relation.ts'
import { treeLines } from '../../../shared/rules/tree.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import type { Choice } from '../../ui/Field.tsx'
import type { ConditionField } from './question.ts'

export type Choices = Record<Exclude<ConditionField, 'words' | 'source'>, readonly Choice<string>[]>

/** A name with the place of the record in its tree, as an option of a list can show it. */
const indented = (level: number, name: string) => `${'\u2003'.repeat(level - 1)}${name}`

/** What each field of a condition can be asked for, in the words of the case. Sources are too many to be listed. */
export const useChoices = (): { choices: Choices; hasBelow: (tag: string) => boolean } => {
  const { value: tags = [] } = useRead('tags.list', {})
  const { value: terms = [] } = useRead('terms.list', {})
  const { value: risks = [] } = useRead('risks.register', {})
  const { value: collections = [] } = useRead('collections.list', {})
  const { value: authors = [] } = useRead('excerpts.authors', {})
  return useMemo(
    () => ({
      hasBelow: tag => tags.some(one => one.parent === tag),
      choices: {
        tag: treeLines(tags).map(({ one, level }) => ({ value: one.id, label: indented(level, one.name) })),
        term: terms.map(term => ({ value: term.id, label: `${term.ref} ${term.name}` })),
        risk: risks.map(risk => ({ value: risk.id, label: `${risk.ref} ${risk.title}` })),
        collection: treeLines(collections).map(({ one, level }) => ({
          value: one.id,
          label: indented(level, one.name),
        })),
        relation: relationKind.options.map(kind => ({ value: kind, label: say('excerpts.relationKind', { kind }) })),
        has: restingKind.options.map(what => ({ value: what, label: say('excerpts.hasWhat', { what }) })),
        state: anchorState.options.map(state => ({ value: state, label: say('excerpts.stateWords', { state }) })),
        colour: highlightColour.options.map(colour => ({ value: colour, label: say('parts.colour', { colour }) })),
        credibility: [
          ...(['1', '2', '3', '4', '5', '6'] as const).map(value => ({
            value,
            label: say(`parts.credibility${value}`),
          })),
          { value: 'none', label: say('parts.notStated') },
        ],
        author: authors.map(author => ({ value: author, label: author || say('parts.notStated') })),
      },
    }),
    [tags, terms, risks, collections, authors],
  )
}
