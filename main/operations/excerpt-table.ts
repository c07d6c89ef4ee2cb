import type { CollectionId, ExcerptId, SourceId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { done } from '../../shared/outcome.ts'
import { type ExcerptFacts, type ExcerptSurroundings, excerptsThrough } from '../../shared/rules/excerpt-filter.ts'
import { orderedExcerpts, type SourceFacts } from '../../shared/rules/excerpt-order.ts'
import { tagMeetings } from '../../shared/rules/tag-meetings.ts'
import { excerptsCsv } from '../exporters/excerpts-csv.ts'
import { webAnnotations } from '../exporters/web-annotation.ts'
import type { AtDesk, InputFor, Reading } from '../operation.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { excerptCards } from '../records/excerpt-cards.ts'
import { blocksIn, excerptFacts, excerptWords } from '../records/excerpt-facts.ts'
import { readExcerpts } from '../records/excerpts.ts'
import { newId } from '../records/new-id.ts'
import { quotedSources } from '../records/quoted-sources.ts'
import { collections, tags } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import type { Database } from '../store/case-file.ts'

type Asked = Pick<InputFor<'excerpts.find'>, 'filter' | 'order' | 'descending'>

const surroundings = (db: Database): ExcerptSurroundings => {
  let [words, shelves]: [((id: ExcerptId) => string) | null, Map<SourceId, CollectionId[]> | null] = [null, null]
  const readShelves = () => {
    const found = new Map<SourceId, CollectionId[]>()
    for (const { source, collection } of db.all<{ source: SourceId; collection: CollectionId }>(
      'select source, collection from sourceCollection',
    ))
      found.set(source, [...(found.get(source) ?? []), collection])
    return found
  }
  return {
    tags: tags.all(db),
    collections: collections.all(db),
    collectionsOf: source => {
      shelves ??= readShelves()
      return shelves.get(source) ?? []
    },
    wordsOf: id => {
      words ??= excerptWords(db)
      return words(id)
    },
    blocksOf: version => blocksIn(db, version),
  }
}

const through = (db: Database, filter: Asked['filter']): ExcerptFacts[] =>
  excerptsThrough(filter, excerptFacts(db).facts, surroundings(db))

/** Answers are kept until anything changes, so that turning a page asks nothing anew. */
const mostKept = 8
const kept = new WeakMap<Database, { at: string; answers: Map<string, ExcerptId[]> }>()

const answer = (db: Database, { filter, order, descending }: Asked): ExcerptId[] => {
  const { at } = excerptFacts(db)
  const before = kept.get(db)
  const { answers } = before?.at === at ? before : { answers: new Map<string, ExcerptId[]>() }
  kept.set(db, { at, answers })
  const question = JSON.stringify([filter, order, descending])
  const known = answers.get(question)
  if (known) return known
  const sources = new Map(
    db
      .all<SourceFacts & { id: SourceId }>('select id, title, published from source')
      .map(({ id, ...facts }) => [id, facts]),
  )
  const found = orderedExcerpts(through(db, filter), order, descending, id => sources.get(id)).map(({ id }) => id)
  const [oldest] = answers.keys()
  if (oldest !== undefined && answers.size >= mostKept) answers.delete(oldest)
  answers.set(question, found)
  return found
}

/** The cards of excerpts, in the order of the ids. */
const cardsOf = (db: Database, ids: readonly ExcerptId[]) => {
  const [where, values] = ['id in (select value from json_each(?1))', [JSON.stringify(ids)]]
  const cards = new Map(excerptCards(db, readExcerpts(db, where, values), where, values).map(one => [one.id, one]))
  return ids.flatMap(id => cards.get(id) ?? [])
}

export const find: Reading<'excerpts.find'> = (db, { from, limit, ...asked }) => {
  const found = answer(db, asked)
  const cards = cardsOf(db, found.slice(from, from + limit))
  const sources = JSON.stringify([...new Set(cards.map(card => card.source))])
  const published = new Map(
    db
      .all<{ id: SourceId; published: PartialDate | null }>(
        'select id, published from source where id in (select value from json_each(?))',
        [sources],
      )
      .map(one => [one.id, one.published]),
  )
  return { total: found.length, rows: cards.map(card => ({ ...card, published: published.get(card.source) ?? null })) }
}

export const findIds: Reading<'excerpts.findIds'> = (db, asked) => answer(db, asked)

export const authors: Reading<'excerpts.authors'> = db =>
  db.all<{ author: string }>('select distinct author from excerpt order by author').map(({ author }) => author)

export const cooccurrence: Reading<'excerpts.cooccurrence'> = (db, { filter, beside }) =>
  tagMeetings(through(db, filter), beside, { blocksOf: version => blocksIn(db, version) })

export const save: AtDesk<'excerpts.save'> = async (desk, { filter, form }) => {
  const caseFile = desk.needCase()
  const name = caseFile.read(db => readCaseInfo(db).name)
  const [ending, kind] = form === 'csv' ? (['csv', 'csv'] as const) : (['jsonld', 'jsonld'] as const)
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, ending), kind })
  if (path !== null)
    caseFile.read(db => {
      const cards = cardsOf(
        db,
        through(db, filter).map(({ id }) => id),
      )
      const known = { caseName: name, tags: tags.all(db), sources: quotedSources(db, cards), id: newId() }
      saveAs(path, form === 'csv' ? excerptsCsv(cards, known) : webAnnotations(cards, known))
    })
  return done({ path, degraded: [] })
}
