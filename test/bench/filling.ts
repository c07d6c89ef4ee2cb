// Cases of a given size, made once and kept, and the work that every contender does on them.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { type CaseFile, type Database, openCase } from '../../main/store/case-file.ts'
import { articleOf, phrasedArticleOf, randomFrom } from './corpus.ts'

const at = '2025-05-01T00:00:00.000Z'
const articleLength = 6_000
const perTransaction = 500
const tags = Array.from({ length: 20 }, (_, number) => `0196a000-0000-7000-8000-${String(number).padStart(12, '0')}`)

/** Bytes of a case that one article comes to, index and all: measured. */
const bytesPerArticle = 24_500

/** What an import brings. */
export type Article = { number: number; title: string; text: string }

export const articleWith = (number: number, random: () => number): Article => ({
  number,
  title: articleOf(random, 50),
  text: articleOf(random, articleLength),
})

/** What the search is measured on. */
export const phrasedArticleWith = (number: number, random: () => number): Article => ({
  number,
  title: articleOf(random, 50),
  text: phrasedArticleOf(random),
})

type MakeArticle = typeof articleWith

/** Adds a source with its text. */
export const addArticle = (db: Database, { number, title, text }: Article): void => {
  const source = v7()
  const sha = createHash('sha256').update(`${number} ${text}`).digest('hex')
  db.run(
    `insert into source (id, title, authors, publisher, published, publishedStated, publishedReadings, accessed, url,
      language, kind, reliability, reliabilityReason, lineage, warnings, comment, created, updated)
     values (?, ?, '[]', 'A paper', '2025-03-01', '', '[]', null, '', 'en', 'analysis', 'F', '', null, '[]', '', ?, ?)`,
    [source, title, at, at],
  )
  db.run('insert into attachment (sha256, length) values (?, ?)', [sha, text.length])
  db.run('insert into attachmentUpload (sha256) values (?)', [sha])
  db.run(
    `insert into attachmentPiece (upload, number, encoding, bytes)
     values ((select id from attachmentUpload where sha256 = ?), 0, 'gzip', ?)`,
    [sha, new Uint8Array(2_500).fill(number)],
  )
  db.run(
    `insert into textVersion (id, source, number, reason, text, blocks, textSha256, fileName, mediaType, fileSha256, fileBytes, created)
     values (?, ?, 1, 'import', ?, '[]', ?, 'article.txt', 'text/plain', ?, ?, ?)`,
    [v7(), source, text, sha, sha, text.length, at],
  )
}

/** Where an edit is made. */
type Place = { source: string; version: string; text: string }

/** Some texts from all over the case. */
export const placesIn = (db: Database, count: number): Place[] => {
  const last = db.get<{ last: number }>('select max(rowid) as last from textVersion')?.last ?? 0
  const random = randomFrom(11)
  return Array.from({ length: count }, () =>
    db.get<Place>('select source, id as version, text from textVersion where rowid >= ? order by rowid limit 1', [
      Math.ceil(random() * last),
    ]),
  ).filter(place => place !== undefined)
}

/** The typical edit: one excerpt with its place in the text and a tag. */
export const addExcerpt = (db: Database, { source, version, text }: Place, random: () => number): void => {
  const excerpt = v7()
  const start = Math.floor(random() * Math.max(1, text.length - 200))
  const end = start + 80 + Math.floor(random() * 120)
  db.run(
    'insert into excerpt (id, source, colour, comment, credibility, created, updated) values (?, ?, ?, ?, ?, ?, ?)',
    [excerpt, source, 'straw', '', null, at, at],
  )
  db.run('insert into excerptTag (excerpt, tag, sequence) values (?, ?, 0)', [
    excerpt,
    tags[Math.floor(random() * tags.length)] ?? '',
  ])
  db.run(
    `insert into anchor (excerpt, textVersion, start, "end", exact, prefix, suffix, page, state)
     values (?, ?, ?, ?, ?, ?, ?, null, 'exact')`,
    [
      excerpt,
      version,
      start,
      end,
      text.slice(start, end),
      text.slice(Math.max(0, start - 32), start),
      text.slice(end, end + 32),
    ],
  )
}

const fill = (file: CaseFile, articles: number, make: MakeArticle): void => {
  const random = randomFrom(3)
  file.write('Tags', db => {
    for (const [number, tag] of tags.entries())
      db.run(
        'insert into tag (id, name, parent, colour, description, created, updated) values (?, ?, null, ?, ?, ?, ?)',
        [tag, `tag ${number}`, 'straw', '', at, at],
      )
  })
  for (let done = 0; done < articles; done += perTransaction)
    file.write('Import', db => {
      for (let number = done; number < Math.min(articles, done + perTransaction); number++)
        addArticle(db, make(number, random))
    })
  const places = file.read(db => placesIn(db, 200))
  for (let done = 0; done < articles / 2; done += perTransaction)
    file.write('Excerpts', db => {
      for (const place of Array.from({ length: perTransaction }, () => places[Math.floor(random() * places.length)]))
        if (place) addExcerpt(db, place, random)
    })
}

/** The path of a case of articles, of some 6 KB each unless `make` makes others, made at the first call; made again when the schema has changed. */
export const caseOf = async (folder: string, articles: number, make: MakeArticle = articleWith): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const begun = join(folder, 'begun.gloss')
  for (const left of readdirSync(folder).filter(name => name.startsWith('begun'))) rmSync(join(folder, left))
  const opened = await openCase(begun, { create: () => undefined })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const schema = file.read(db => db.all<{ sql: string | null }>('select sql from sqlite_schema'))
  const mark = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 12)
  const name = make === articleWith ? String(articles) : `${make.name}-${articles}`
  const path = join(folder, `${name}-${mark}.gloss`)
  if (existsSync(path)) {
    file.close()
    return path
  }
  for (const stale of readdirSync(folder).filter(one => one.startsWith(`${name}-`))) rmSync(join(folder, stale))
  process.stderr.write(`Making a case of ${articles} articles …\n`)
  fill(file, articles, make)
  // What the product does in the first pause after an import.
  while (file.idle());
  file.close()
  renameSync(begun, path)
  return path
}

/** How many articles make a case of so many megabytes. */
export const articlesFor = (megabytes: number): number => Math.max(20, Math.round((megabytes * 1e6) / bytesPerArticle))
