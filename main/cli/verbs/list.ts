import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { ResemblanceRow } from '../../../shared/contract/resemblances.ts'
import { longField, type SourceRow } from '../../../shared/contract/sources.ts'
import type { Term } from '../../../shared/model/term.ts'
import { say } from '../../say.ts'
import type { Listed } from '../arguments.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'
import { riskTable } from './risks.ts'

/** `list CASE KIND`: the records of one kind, each with the fields of the model and those that its screen adds. */
export async function listRecords(place: Place, { file, of }: { file: string; of: Listed }): Promise<Answer> {
  await lookAt(place, file)
  const { items, text } = await lists[of](place)
  return { document: { of, items }, text }
}

type List = (place: Place) => Promise<{ items: unknown[]; text: string }>

const lists: Record<Listed, List> = {
  sources: async place => {
    const found = await ask(place, 'sources.list', {})
    const counts = await ask(place, 'sources.words', { ids: found.map(({ id }) => id) })
    const { terms, sources } = await ask(place, 'sources.counts', {})
    const byId = new Map(sources.map(({ id, excerpts, claims, read }) => [id, { excerpts, claims, read }]))
    const long = await Promise.all(
      longField.options.map(async field => wordsOf(await ask(place, 'sources.fieldWords', { field }))),
    )
    const items = found.map(({ noticed: _, ...source }, index) => {
      const { read, ...rest } = byId.get(source.id) ?? { excerpts: 0, claims: 0, read: 0 }
      const [comment = '', reliabilityReason = '', warnings = ''] = long.map(words => words.get(source.id) ?? '')
      const told = { comment, reliabilityReason, warnings: warnings.split('\n').filter(Boolean) }
      return { ...source, ...told, words: counts[index]?.words ?? 0, ...rest, unreadTerms: terms - read }
    })
    return { items, text: table(sourceColumns, items.map(sourceRow), place.width) }
  },
  excerpts: async place => {
    const cards = await ask(place, 'excerpts.list', {})
    // Flat, as in the JSON export of the case.
    const items = cards.map(({ anchor, ...card }) => ({ ...card, ...anchor }))
    return { items, text: table(excerptColumns, cards.map(excerptRow), place.width) }
  },
  terms: async place => {
    const items = await ask(place, 'terms.list', {})
    return { items, text: table(termColumns, items.map(termRow), place.width) }
  },
  claims: async place => {
    const items = await ask(place, 'claims.list', {})
    return { items, text: table(claimColumns, items.map(claimRow), place.width) }
  },
  positions: async place => {
    const found = await ask(place, 'positions.list', {})
    const terms = new Map((await ask(place, 'terms.list', {})).map(one => [one.id, one]))
    const parties = new Map((await ask(place, 'parties.list', {})).map(one => [one.id, one.name]))
    const items = found.map(one => ({
      ...one,
      termRef: terms.get(one.term)?.ref ?? '',
      termName: terms.get(one.term)?.name ?? '',
      partyName: one.party === null ? '' : (parties.get(one.party) ?? ''),
    }))
    const rows = items.map(one => [
      `${one.termRef} ${one.termName}`,
      notStated(one.partyName),
      one.words,
      one.stage ?? '',
      one.validAt,
      one.likelihood ?? '',
      one.confidence,
    ])
    return { items, text: table(positionColumns, rows, place.width) }
  },
  risks: async place => {
    const items = await ask(place, 'risks.register', {})
    return { items, text: riskTable(items, place.width) }
  },
  resemblances: async place => {
    const items = await ask(place, 'resemblances.list', {})
    return { items, text: table(resemblanceColumns, items.map(resemblanceRow), place.width) }
  },
  notes: async place => {
    const items = await ask(place, 'notes.list', {})
    return {
      items,
      text: table(
        noteColumns,
        items.map(({ title, text }) => [title, text]),
        place.width,
      ),
    }
  },
}

const notStated = (words: string | null) => words || say('cli.notStated')

const sourceColumns: Column[] = [
  { head: 'cli.column.title' },
  { head: 'cli.column.authors' },
  { head: 'cli.column.published' },
  { head: 'cli.column.grade' },
  { head: 'cli.column.words', figures: true },
  { head: 'cli.column.versions', figures: true },
  { head: 'cli.column.excerpts', figures: true },
  { head: 'cli.column.claims', figures: true },
]

const wordsOf = (rows: readonly { id: string; words: string }[]) => new Map(rows.map(({ id, words }) => [id, words]))

const sourceRow = (source: Omit<SourceRow, 'noticed'> & { words: number; excerpts: number; claims: number }) => [
  notStated(source.title),
  notStated(source.authors.join(', ')),
  // An ambiguous date shows both of its readings.
  notStated(source.published ?? (source.publishedReadings.join(' / ') || source.publishedStated)),
  source.reliability,
  String(source.words),
  String(source.versions),
  String(source.excerpts),
  String(source.claims),
]

const excerptColumns: Column[] = [
  { head: 'cli.column.source' },
  { head: 'cli.column.place', figures: true },
  { head: 'cli.column.state' },
  { head: 'cli.column.quote' },
]

const excerptRow = ({ sourceTitle, anchor }: ExcerptCard) => [
  notStated(sourceTitle),
  `${anchor.start}–${anchor.end}`,
  anchor.state,
  anchor.exact,
]

const resemblanceColumns: Column[] = [
  { head: 'cli.column.first' },
  { head: 'cli.column.second' },
  { head: 'cli.column.kind' },
  { head: 'cli.column.likeness', figures: true },
  { head: 'cli.column.state' },
  { head: 'cli.column.reason' },
]

const resemblanceRow = (one: ResemblanceRow) => [
  notStated(one.firstTitle),
  notStated(one.secondTitle),
  one.kind,
  `${Math.round(one.likeness)} %`,
  one.state,
  one.reason,
]

const termColumns: Column[] = [
  { head: 'cli.column.ref' },
  { head: 'cli.column.category' },
  { head: 'cli.column.name' },
  { head: 'cli.column.type' },
  { head: 'cli.column.question' },
]

const termRow = ({ ref, category, name, valueType, question }: Term) => [ref, category, name, valueType, question]

const claimColumns: Column[] = [
  { head: 'cli.column.term' },
  { head: 'cli.column.value' },
  { head: 'cli.column.stage' },
  { head: 'cli.column.asOf' },
  { head: 'cli.column.grade' },
  { head: 'cli.column.source' },
]

const positionColumns: Column[] = [
  { head: 'cli.column.term' },
  { head: 'cli.column.holder' },
  { head: 'cli.column.value' },
  { head: 'cli.column.stage' },
  { head: 'cli.column.validAt' },
  { head: 'cli.column.likelihood' },
  { head: 'cli.column.confidence' },
]

const claimRow = (claim: ClaimView) => [
  `${claim.termRef} ${claim.termName}`,
  claim.words,
  claim.stage ?? '',
  claim.asOf ?? '',
  `${claim.sourceReliability}${claim.credibility}`,
  notStated(claim.sourceTitle),
]

const noteColumns: Column[] = [{ head: 'cli.column.title' }, { head: 'cli.column.text' }]
