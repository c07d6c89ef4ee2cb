// Ten classes of queries against SQLite's FTS5 and MiniSearch, over articles of 5 to 600 words: the best 20 with their snippets.
// npm run bench search [-- ARTICLES…]; 10,000 when nothing is said. MiniSearch answers only up to 10,000: beyond, it is tried
// whether its index fits into 4 GB.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openCase } from '../../main/store/case-file.ts'
import { matchExpression } from '../../main/store/search/match.ts'
import { search } from '../../main/store/search/search.ts'
import { titleWeight } from '../../main/store/search/search-index.ts'
import { parseQuery } from '../../shared/rules/query.ts'
import { randomFrom } from './corpus.ts'
import { caseOf, phrasedArticleWith } from './filling.ts'
import { geometricMean, median, printTable, printTarget, processorTime, takeTurns, turnsOf } from './measure.ts'
import { installRivals, loadRivals, type MiniSearchIndex, type NativeDatabase, workFolder } from './rivals.ts'

const limit = 20
const queriesPerClass = 7
const turns = turnsOf(5)
const mostForMiniSearch = 10_000

type Query = { typed: string; words: string[]; kind: 'all' | 'phrase' | 'prefix' | 'not' }
type Class = { name: string; queries: Query[] }

const wordQuery = (...words: string[]): Query => ({ typed: words.join(' '), words, kind: 'all' })
const phraseQuery = (...words: string[]): Query => ({ typed: `"${words.join(' ')}"`, words, kind: 'phrase' })
const notQuery = (wanted: string, unwanted: string): Query => ({
  typed: `${wanted} -${unwanted}`,
  words: [wanted, unwanted],
  kind: 'not',
})
const prefixQuery = (word: string, length: number): Query => ({
  typed: `${word.slice(0, length)}*`,
  words: [word.slice(0, length)],
  kind: 'prefix',
})

/** The same records, as our own index has them, in FTS5. */
const ftsFiveOf = (path: string, casePath: string, Native: new (path: string) => NativeDatabase): NativeDatabase => {
  const isThere = existsSync(path)
  const native = new Native(path)
  native.pragma('cache_size = -32768')
  if (isThere) return native
  native.exec(`
    pragma journal_mode = off; pragma synchronous = off;
    attach '${casePath}' as c;
    create table document (id integer primary key, title text not null, body text not null) strict;
    insert into document select rowid, title, body from c.search_content;
    create virtual table fts using fts5 (title, body, content='document', content_rowid='id',
      tokenize="unicode61 remove_diacritics 2", prefix='2 3');
    insert into fts (fts) values ('rebuild');
    insert into fts (fts, rank) values ('rank', 'bm25(${titleWeight}.0, 1.0)');
    create virtual table vocabulary using fts5vocab (fts, row);
    detach c;`)
  return native
}

/** Queries of every class, by how many documents hold their words. */
const classesFrom = (native: NativeDatabase): Class[] => {
  const random = randomFrom(21)
  const { documents } = native.prepare('select count(*) as documents from document').get() as { documents: number }
  const between = (from: number, to: number): string[] => {
    const found = native
      .prepare('select term from vocabulary where doc between ? and ? and length(term) >= 2 order by term')
      .all(Math.ceil(from * documents), Math.floor(to * documents)) as { term: string }[]
    return Array.from({ length: 60 }, () => found[Math.floor(random() * found.length)]?.term ?? '')
  }
  const chosen = (make: (at: number) => Query): Query[] => Array.from({ length: queriesPerClass }, (_, at) => make(at))
  const at = (words: string[], place: number): string => words[place] ?? ''
  const rare = between(0.0002, 0.001)
  const middle = between(0.01, 0.05)
  const common = between(0.3, 0.5)
  const everywhere = between(0.6, 1)
  const longer = middle.filter(word => word.length >= 5)
  const { texts } = {
    texts: native.prepare('select body from document where length(body) > 2000 limit 500').all() as { body: string }[],
  }
  const known = new Map(
    (
      native.prepare('select term, doc from vocabulary where doc > ?').all(0.02 * documents) as {
        term: string
        doc: number
      }[]
    ).map(({ term, doc }) => [term, doc / documents]),
  )
  const phrases = texts
    .flatMap(({ body }) => [...body.matchAll(/([\p{L}]+) (?=([\p{L}]+))/gu)])
    .filter(([, one = '', two = '']) => (known.get(one) ?? 0) < 0.3 && (known.get(two) ?? 0) < 0.3)
    .filter(([, one = '', two = '']) => known.has(one) && known.has(two) && one !== two)
  return [
    { name: 'rare', queries: chosen(place => wordQuery(at(rare, place))) },
    { name: 'mid', queries: chosen(place => wordQuery(at(middle, place))) },
    { name: 'common', queries: chosen(place => wordQuery(at(common, place))) },
    { name: 'in most', queries: chosen(place => wordQuery(at(everywhere, place))) },
    {
      name: 'phrase',
      queries: chosen(() => {
        const [, one = '', two = ''] = phrases[Math.floor(random() * phrases.length)] ?? []
        return phraseQuery(one, two)
      }),
    },
    { name: 'AND 2', queries: chosen(place => wordQuery(at(common, place), at(middle, place))) },
    {
      name: 'AND 3',
      queries: chosen(place => wordQuery(at(common, place), at(common, place + 20), at(middle, place))),
    },
    { name: 'negation', queries: chosen(place => notQuery(at(middle, place), at(common, place))) },
    { name: 'prefix 4', queries: chosen(place => prefixQuery(at(longer, place), 4)) },
    { name: 'prefix 3', queries: chosen(place => prefixQuery(at(longer, place + 7), 3)) },
  ]
}

/** What FTS5 is asked: the words in quotation marks, so that both search for the same. */
const forFtsFive = ({ words, kind }: Query): string =>
  kind === 'phrase'
    ? `"${words.join(' ')}"`
    : words.map(word => `"${word}"${kind === 'prefix' ? ' *' : ''}`).join(kind === 'not' ? ' NOT ' : ' AND ')

const memoryForMiniSearch = 4096
const onlyMiniSearch = 'GLOSSATOR_ONLY_MINISEARCH'

/** Gives MiniSearch all articles, in a process of its own that may die of it, and says how far it came. */
const tryMiniSearch = (rivalPath: string): void => {
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${memoryForMiniSearch}`, process.argv[1] ?? ''],
    { env: { ...process.env, [onlyMiniSearch]: rivalPath }, stdio: ['ignore', 'inherit', 'pipe'] },
  )
  if (status === 0) return
  const reason = /heap out of memory/.test(String(stderr)) ? 'out of memory' : `it ended with ${signal ?? status}`
  console.log(`MiniSearch: no index of all articles in ${memoryForMiniSearch / 1024} GB: ${reason}`)
}

const fillMiniSearch = (rivalPath: string): void => {
  const { Native, MiniSearch } = loadRivals()
  if (!Native || !MiniSearch) return
  const index = new MiniSearch({ fields: ['title', 'body'] })
  const some = new Native(rivalPath).prepare('select id, title, body from document where id > ? order by id limit 5000')
  for (let last = 0, added = 0; ; ) {
    const documents = some.all(last) as { id: number; title: string; body: string }[]
    if (documents.length === 0) return
    index.addAll(documents)
    last = documents.at(-1)?.id ?? last
    added += documents.length
    const megabytes = process.memoryUsage().heapUsed / 1e6
    console.log(`MiniSearch: ${added} records in ${(processorTime() / 1000).toFixed(0)} s, ${megabytes.toFixed(0)} MB`)
  }
}

const miniSearchOf = (native: NativeDatabase, MiniSearch: new (options: { fields: string[] }) => MiniSearchIndex) => {
  const documents = native.prepare('select id, title, body from document').all() as {
    id: number
    title: string
    body: string
  }[]
  const begun = performance.now()
  const index = new MiniSearch({ fields: ['title', 'body'] })
  index.addAll(documents)
  console.log(`MiniSearch: ${((performance.now() - begun) / 1000).toFixed(0)} s to make its index`)
  const bodies = new Map(documents.map(({ id, body }) => [id, body]))
  return ({ words, kind }: Query): void => {
    if (kind === 'not') {
      index.search({ combineWith: 'AND_NOT', queries: words }, { boost: { title: 3 } })
      return
    }
    const found = index.search(words.join(' '), { prefix: kind === 'prefix', combineWith: 'AND', boost: { title: 3 } })
    // It knows no phrases: what they are is looked up in the texts. It makes no snippets either.
    if (kind === 'phrase') found.filter(({ id }) => bodies.get(id)?.includes(words.join(' ')) === true).slice(0, limit)
  }
}

const measureAt = async (articles: number): Promise<void> => {
  const folder = join(workFolder, 'cases')
  const casePath = await caseOf(folder, articles, phrasedArticleWith)
  const { Native, MiniSearch } = loadRivals()
  if (!Native) {
    console.log('Without better-sqlite3 there is nothing to compare search with.')
    return
  }
  const rivalPath = casePath.replace(/gloss$/, 'fts5')
  const native = ftsFiveOf(rivalPath, casePath, Native)
  const opened = await openCase(casePath, { readOnly: true })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const best = native.prepare(
    `select rowid, title, rank, snippet(fts, -1, char(2), char(3), '…', 24) as snippet from fts where fts match ?
     order by rank limit ${limit}`,
  )
  const ask = (typed: string) => {
    const match = matchExpression(parseQuery(typed))
    return match ? file.read(db => search(db, match, { limit })) : { hits: [], total: 0 }
  }
  const begun = processorTime()
  ask('first')
  console.log(
    `\n${articles} articles, in processor time; the first search, which reads all lengths if no pause did: ${(processorTime() - begun).toFixed(0)} ms`,
  )
  const mini = MiniSearch && articles <= mostForMiniSearch ? miniSearchOf(native, MiniSearch) : null
  const rows = classesFrom(native).map(({ name, queries }) => {
    const measured = queries.map(query => {
      const rival = forFtsFive(query)
      const times = takeTurns(
        [
          { name: 'ours', run: () => ask(query.typed) },
          { name: 'fts5', run: () => best.all(rival) },
          ...(mini ? [{ name: 'mini', run: () => mini(query) }] : []),
        ],
        turns,
        processorTime,
      )
      return {
        hits: ask(query.typed).total,
        ours: times.get('ours') ?? 0,
        fts5: times.get('fts5') ?? 0,
        mini: times.get('mini') ?? null,
      }
    })
    const of = (pick: (one: (typeof measured)[number]) => number) => median(measured.map(pick))
    return {
      name,
      hits: of(one => one.hits),
      ours: of(one => one.ours),
      fts5: of(one => one.fts5),
      mini: mini ? of(one => one.mini ?? 0) : null,
      ratio: geometricMean(measured.map(one => one.ours / one.fts5)),
    }
  })
  printTable(
    ['', 'hits', 'Glossator ms', 'FTS5 ms', 'MiniSearch ms', 'of FTS5'],
    rows.map(row => [row.name, Math.round(row.hits), row.ours, row.fts5, row.mini, row.ratio]),
  )
  const worst = rows.toSorted((one, other) => other.ratio - one.ratio)[0]
  printTarget(
    `${articles} articles: ten classes, geometric mean, of SQLite FTS5`,
    geometricMean(rows.map(row => row.ratio)),
    '≤',
    0.85,
  )
  if (worst) printTarget(`${articles} articles: the worst class (${worst.name}), of SQLite FTS5`, worst.ratio, '≤', 2)
  printTarget(`${articles} articles: first results`, Math.max(...rows.map(row => row.ours)), '≤', 100, ' ms')
  file.close()
  native.close()
  if (articles <= mostForMiniSearch) return
  tryMiniSearch(rivalPath)
  rmSync(rivalPath)
}

const alone = process.env[onlyMiniSearch]
if (alone) fillMiniSearch(alone)
else {
  const asked = process.argv.slice(2).map(Number).filter(Boolean)
  installRivals()
  for (const articles of asked.length > 0 ? asked : [10_000]) await measureAt(articles)
}
