import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type CaseFile, type Database, type OpenOptions, openCase } from '../../../main/store/case-file.ts'

const folders: string[] = []
const files: CaseFile[] = []

/** A new folder that goes away after the test. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-store-'))
  folders.push(folder)
  return folder
}

/** The case at `path`, closed after the test; throws the sentence of a refusal. */
export const opened = async (path: string, options: OpenOptions = {}): Promise<CaseFile> => {
  const outcome = await openCase(path, options)
  if (!outcome.ok) throw new Error(outcome.message)
  files.push(outcome.value)
  return outcome.value
}

export const newCase = (options: OpenOptions = {}): Promise<CaseFile> =>
  opened(join(newFolder(), 'test.gloss'), { create: () => undefined, ...options })

afterEach(() => {
  for (const file of files.splice(0)) file.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const at = '2025-03-11T09:30:00.000Z'
const hash = (text: string): string =>
  [...text]
    .map(sign => sign.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')
    .slice(0, 64)

export const addParty = (db: Database, name: string, sequence = 1): number =>
  db.run('insert into party (id, name, shortName, sequence, created, updated) values (?, ?, ?, ?, ?, ?)', [
    `party-${name}`,
    name,
    name,
    sequence,
    at,
    at,
  ])

export const partyNames = (file: CaseFile): string[] =>
  file.read(db => db.all<{ name: string }>('select name from party order by name')).map(row => row.name)

export const addSource = (db: Database, id: string, title: string): number =>
  db.run(
    `insert into source (id, title, authors, publisher, published, publishedStated, publishedReadings, accessed, url,
      language, kind, reliability, reliabilityReason, lineage, warnings, comment, created, updated)
     values (?, ?, '[]', '', null, '', '[]', null, '', 'en', 'analysis', 'F', '', null, '[]', '', ?, ?)`,
    [id, title, at, at],
  )

export const addTextVersion = (
  db: Database,
  source: string,
  number: number,
  text: string,
  bytes = new Uint8Array([1, 2, 3]),
): number => {
  const sha = hash(`${source}${number}`)
  db.run('insert into attachment (sha256, length) values (?, ?)', [sha, bytes.length])
  if (db.run('insert or ignore into attachmentUpload (sha256) values (?)', [sha]) > 0)
    db.run(
      `insert into attachmentPiece (upload, number, encoding, bytes) values (last_insert_rowid(), 0, 'identity', ?)`,
      [bytes],
    )
  return db.run(
    `insert into textVersion (id, source, number, reason, text, blocks, textSha256, fileName, mediaType, fileSha256, fileBytes, created)
     values (?, ?, ?, 'import', ?, '[]', ?, 'a.txt', 'text/plain', ?, 3, ?)`,
    [`${source}-v${number}`, source, number, text, sha, sha, at],
  )
}

export const addExcerpt = (
  db: Database,
  id: string,
  source: string,
  version: string,
  exact: string,
  comment = '',
): number => {
  db.run(
    'insert into excerpt (id, source, colour, comment, credibility, created, updated) values (?, ?, ?, ?, 2, ?, ?)',
    [id, source, 'amber', comment, at, at],
  )
  return db.run(
    `insert into anchor (excerpt, textVersion, start, "end", exact, prefix, suffix, page, state) values (?, ?, 0, ?, ?, '', '', null, 'exact')`,
    [id, version, exact.length, exact],
  )
}

export const addNote = (db: Database, id: string, title: string, text: string): number =>
  db.run('insert into note (id, title, document, text, created, updated) values (?, ?, ?, ?, ?, ?)', [
    id,
    title,
    '{"type":"doc"}',
    text,
    at,
    at,
  ])

/** Every row of every table of records, in order of the key: what must be equal when nothing changed. */
export const contentOf = (db: Database): Record<string, unknown[]> => {
  const tables = db.all<{ name: string }>(
    `select name from sqlite_schema where type = 'table' and name not in ('tx', 'change')
     and name not glob 'search_*' and name not glob 'sqlite_*' order by name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => {
      const key = db.all<{ name: string }>('select name from pragma_table_info(?) where pk > 0 order by pk', [name])
      return [name, db.all(`select * from "${name}" order by ${key.map(column => `"${column.name}"`).join(', ')}`)]
    }),
  )
}
