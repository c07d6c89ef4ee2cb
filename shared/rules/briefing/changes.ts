import type { EditionChange } from '../../contract/briefings.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { BriefingBlock } from '../../model/briefing-block.ts'
import type { Edition } from '../../model/edition.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Party } from '../../model/party.ts'
import type { Position } from '../../model/position.ts'
import type { Source } from '../../model/source.ts'
import type { Term } from '../../model/term.ts'
import { byId } from '../groups.ts'
import { positionChanges } from '../positions.ts'
import type { RiskFact } from '../register/as-of.ts'
import { standingWords } from '../register/mover-words.ts'
import { moversBetween } from '../register/movers.ts'
import { plainText } from '../rich-text.ts'
import { byRef } from '../scoring.ts'
import { clipped, type SentenceKey, sentence } from '../sentence.ts'
import { judgementsOf } from '../unsupported.ts'
import { valueWords } from '../words.ts'
import { documentsOf } from './documents.ts'

const longestName = 120
/** Of one section: what is longer is read in the section itself. */
const longestWords = 2_000

type How = EditionChange['how']

const estimates: [SentenceKey, (judgement: Judgement) => string][] = [
  ['rules.told.likelihood', ({ likelihood }) => likelihood ?? ''],
  ['rules.told.confidence', ({ confidence }) => confidence ?? ''],
]

/** Its words, then likelihood and confidence as a sentence each (ICD 203), as far as they differ from the other one's. */
const told = (judgement: Judgement, other: Judgement | undefined): string => {
  const isReworded = judgement.text !== other?.text
  return [
    isReworded ? judgement.text : '',
    ...estimates.map(([key, of]) => {
      const word = of(judgement)
      if (other !== undefined && of(other) === word) return ''
      return other === undefined && word === '' ? '' : sentence(key, { word: word || sentence('rules.position.none') })
    }),
  ]
    .filter(words => words !== '')
    .join(' ')
}

/** Judgements that are new, told otherwise, or gone since an edition; the same one by its id. */
export const judgementChanges = (
  edition: Pick<Edition, 'blocks'>,
  briefing: Pick<Briefing, 'blocks'>,
): EditionChange[] => {
  const [before, after] = [byId(judgementsOf(edition)), byId(judgementsOf(briefing))]
  const change = (how: How, was: Judgement | undefined, is: Judgement | undefined): EditionChange => ({
    about: 'judgement',
    how,
    name: clipped((is ?? was)?.text ?? '', longestName),
    before: was ? told(was, is) : '',
    after: is ? told(is, was) : '',
  })
  return [
    ...[...after.values()].flatMap(is => {
      const was = before.get(is.id)
      if (was === undefined) return [change('new', undefined, is)]
      return told(was, is) === '' ? [] : [change('changed', was, is)]
    }),
    ...[...before.values()].filter(({ id }) => !after.has(id)).map(was => change('gone', was, undefined)),
  ]
}

/** What a block says in words of the analyst, a line for each paragraph; null: it has none of its own. */
const ownLines = (block: BriefingBlock): string[] | null => {
  const documents = documentsOf(block)
  return documents.length === 0 ? null : documents.flatMap(document => plainText(document).split('\n'))
}

/** The lines that the other text has not, as they stand. */
const linesNotIn = (lines: readonly string[], others: readonly string[]): string => {
  const known = new Set(others)
  return clipped(lines.filter(line => !known.has(line)).join(' '), longestWords)
}

type Told = Edition['told']

/** Each judgement is told by itself, and notes, annex and this list follow from what all others say. */
const toldElsewhere = new Set<BriefingBlock['kind']>(['key judgements', 'endnotes', 'evidence annex', 'changes'])

/** The words of a section; of the analyst's own the paragraphs that differ, of others only that they do. */
const sectionChange = (
  was: BriefingBlock,
  is: BriefingBlock,
  texts: { before: string | undefined; after: string | undefined },
) => {
  if (toldElsewhere.has(was.kind) && was.kind === is.kind) return null
  const [before, after] = [ownLines(was), ownLines(is)]
  if (before && after) {
    const words = { before: linesNotIn(before, after), after: linesNotIn(after, before) }
    return words.before === '' && words.after === '' ? null : words
  }
  const isSame = texts.before === undefined || texts.after === undefined || texts.before === texts.after
  return isSame && was.kind === is.kind && (before === null) === (after === null) ? null : { before: '', after: '' }
}

/**
 * Sections that came, went, or say something else; the same one by its id. What live sections say is compared where the
 * words of both are there: `toldNow` is what the briefing would tell today.
 */
export const sectionChanges = (
  edition: Pick<Edition, 'blocks' | 'told'>,
  briefing: Pick<Briefing, 'blocks'>,
  headingOf: (block: BriefingBlock) => string,
  toldNow: Told = [],
): EditionChange[] => {
  const [before, after] = [byId(edition.blocks), byId(briefing.blocks)]
  const [was, now] = [edition.told, toldNow].map(
    list => new Map<string, string>(list.map(one => [one.block, one.text])),
  )
  const change = (how: How, block: BriefingBlock, words = { before: '', after: '' }): EditionChange => ({
    about: 'section',
    how,
    name: headingOf(block),
    ...words,
  })
  return [
    ...briefing.blocks.flatMap(block => {
      const earlier = before.get(block.id)
      if (earlier === undefined) return [change('new', block)]
      const texts = { before: was?.get(block.id), after: now?.get(block.id) }
      const words = sectionChange(earlier, block, texts)
      return words === null ? [] : [change('changed', block, words)]
    }),
    ...edition.blocks.filter(({ id }) => !after.has(id)).map(block => change('gone', block)),
  ]
}

const valueSentence = (position: Position | null): string =>
  position === null ? '' : sentence('rules.told.value', { value: valueWords(position) })

const positionsSince = (
  edition: Pick<Edition, 'positions'>,
  { positions, terms, parties }: CaseNow,
): EditionChange[] => {
  const [known, names] = [byId(terms), byId(parties)]
  const order = new Map(terms.map(({ id }, index) => [id, index]))
  return positionChanges(edition.positions, positions)
    .flatMap(({ kind, before, after, differences }) => {
      const about = after ?? before
      const of = about && known.get(about.term)
      // A term that is gone took its positions with it.
      if (!about || !of) return []
      const party = (about.party && names.get(about.party)?.name) || ''
      const isValue = kind !== 'changed' || differences.includes('value')
      const words = (position: Position | null) =>
        [
          isValue ? valueSentence(position) : '',
          ...(['likelihood', 'confidence'] as const).map(part =>
            position !== null && differences.includes(part)
              ? sentence(`rules.told.${part}`, { word: position[part] ?? sentence('rules.position.none') })
              : '',
          ),
        ]
          .filter(part => part !== '')
          .join(' ')
      const how: How = kind === 'withdrawn' ? 'gone' : kind
      const name = `${of.ref} ${of.name}${party === '' ? '' : ` (${party})`}`
      return [
        {
          about: 'position' as const,
          how,
          name,
          before: words(before),
          after: words(after),
          at: order.get(of.id) ?? 0,
        },
      ]
    })
    .sort((one, other) => one.at - other.at || one.name.localeCompare(other.name))
    .map(({ at: _, ...change }) => change)
}

const risksSince = ({ created }: Pick<Edition, 'created'>, risks: readonly RiskFact[]): EditionChange[] =>
  moversBetween(risks, { since: { recorded: created }, until: null })
    .toSorted(byRef)
    .map(({ ref, title, before, after, changes: [change = 'status'] }) => ({
      about: 'risk' as const,
      how: before === null ? ('new' as const) : after.status === 'archived' ? ('gone' as const) : ('changed' as const),
      name: `${ref} ${title}`,
      before: before === null ? '' : standingWords(before),
      after: sentence('rules.told.risk', { change: sentence(`rules.mover.${change}`), standing: standingWords(after) }),
    }))

const sourcesSince = ({ created }: Pick<Edition, 'created'>, sources: CaseNow['sources']): EditionChange[] =>
  sources
    .filter(source => source.created > created)
    .map(({ title }) => ({
      about: 'source' as const,
      how: 'new' as const,
      name: title || sentence('rules.untitled'),
      before: '',
      after: '',
    }))

/** What of the case an edition is compared with. */
export type CaseNow = {
  positions: readonly Position[]
  terms: readonly Pick<Term, 'id' | 'ref' | 'name'>[]
  parties: readonly Pick<Party, 'id' | 'name'>[]
  risks: readonly RiskFact[]
  /** Those alone that came since, or all. */
  sources: readonly Pick<Source, 'title' | 'created'>[]
}

/**
 * All that is new against an edition: judgements, sections, positions, risks and sources, in this order. An edition of
 * before its blocks were kept is silent on judgements and sections.
 */
export const editionChanges = (
  edition: Edition,
  briefing: Pick<Briefing, 'blocks'>,
  now: CaseNow,
  headingOf: (block: BriefingBlock) => string,
  toldNow: Told = [],
): EditionChange[] => [
  ...(edition.blocks.length === 0
    ? []
    : [...judgementChanges(edition, briefing), ...sectionChanges(edition, briefing, headingOf, toldNow)]),
  ...positionsSince(edition, now),
  ...risksSince(edition, now.risks),
  ...sourcesSince(edition, now.sources),
]
