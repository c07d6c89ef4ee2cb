// What a case of 100,000 excerpts costs in processor time: each kind of question about them, and changes of 10,000 at once
// with their undo. npm run bench excerpts [-- EXCERPTS].
import { existsSync, mkdirSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { insertCaseInfo } from '../../main/records/case-info.ts'
import { tagPassages } from '../../main/records/excerpts.ts'
import { beginUpload, sha256 } from '../../main/records/files.ts'
import { firstCriteria } from '../../main/records/first-criteria.ts'
import { now } from '../../main/records/table.ts'
import {
  bareExcerpts,
  claims,
  criteriaTable,
  relations,
  risks,
  sources,
  tags,
  terms,
  textVersions,
} from '../../main/records/tables.ts'
import { type CaseFile, type Database, openCase } from '../../main/store/case-file.ts'
import { createWorkbench } from '../../main/workbench.ts'
import type { Passage } from '../../shared/contract/excerpts.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import type { ExcerptFilter } from '../../shared/model/excerpt-filter.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { blankClaim, blankRisk, blankSource, blankTerm, blocksOf, day } from '../support/records.ts'
import { articleOf, randomFrom } from './corpus.ts'
import { median, printTable, printTarget } from './measure.ts'
import { workFolder } from './rivals.ts'

const [excerpts = 100_000] = process.argv.slice(2).map(Number)
const inEachText = 200
const texts = Math.ceil(excerpts / inEachText)
const many = Math.min(10_000, excerpts)
const turns = 5

/** Milliseconds of processor time: a busy machine changes them little. */
const processorTime = async <Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; milliseconds: number }> => {
  const begun = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(begun)
  return { result, milliseconds: (user + system) / 1000 }
}

const addText = (db: Database, number: number, random: () => number): { source: string; version: string } => {
  const text = articleOf(random, 20_000).trim()
  const source = sources.create(db, {
    ...blankSource,
    title: articleOf(random, 50).slice(0, 60).trim(),
    published: day(`2025-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, '0')}`),
  })
  const bytes = Buffer.from(text)
  const fileSha256 = sha256(bytes)
  const upload = beginUpload(db)
  db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (?, 0, 'identity', ?)`, [upload, bytes])
  db.run('update attachmentUpload set sha256 = ? where id = ?', [fileSha256, upload])
  db.run('insert into attachment (sha256, length) values (?, ?)', [fileSha256, bytes.length])
  const version = textVersions.create(db, {
    source: source.id,
    number: 1,
    reason: 'import',
    note: '',
    text,
    blocks: blocksOf(text),
    pages: [],
    encoding: 'utf-8',
    textSha256: sha256(text),
    fileName: `article ${number}.txt`,
    mediaType: 'text/plain',
    fileSha256,
    fileBytes: bytes.length,
  })
  return { source: source.id, version: version.id }
}

/** What rests on excerpts: a claim on every fifth, a risk on every fiftieth, a relation from every tenth to the next. */
const addLinks = (db: Database): void => {
  const ids = bareExcerpts.all(db).map(({ id, source }) => ({ id, source }))
  const made = Array.from({ length: 40 }, (_, number) =>
    terms.create(db, { ...blankTerm, ref: `T-${number + 1}`, name: `Term ${number + 1}`, sequence: number }),
  )
  for (const [number, { id, source }] of ids.entries()) {
    const term = made[number % made.length]
    if (number % 5 === 0 && term)
      claims.create(db, {
        ...blankClaim,
        term: term.id,
        source,
        raw: 'so',
        evidence: [{ excerpt: id, role: 'supports' }],
      })
    if (number % 50 === 0)
      risks.create(db, {
        ...blankRisk,
        ref: `R-${number}`,
        title: `Risk ${number}`,
        evidence: [{ excerpt: id, role: 'indicates' }],
      } as never)
    const next = ids[number + 1]
    if (number % 10 === 0 && next) relations.create(db, { from: id, to: next.id, kind: 'explains', comment: '' })
  }
}

const fill = async (path: string): Promise<CaseFile> => {
  const random = randomFrom(29)
  const opened = await openCase(path, {
    create: db => {
      insertCaseInfo(db, {
        name: 'Many excerpts',
        analyst: 'A. Analyst',
        marking: 'TLP:AMBER',
        scheme: null,
        created: now(),
      })
      criteriaTable.create(db, firstCriteria)
    },
  })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const { value: borne } = file.write('Tags', db =>
    Array.from({ length: 30 }, (_, number) => {
      const name = `Tag ${number}`
      return tags.create(db, { name, parent: null, colour: 'sky', description: '', sequence: number, digit: null }).id
    }),
  )
  for (let number = 0; number < texts; number++)
    file.write('Text', db => {
      const { source, version } = addText(db, number, random)
      for (let group = 0; group < 10; group++) {
        const given = Array.from({ length: inEachText / 10 }, (_, place): Passage => {
          const start = (place * 10 + group) * 95
          const colour = (['straw', 'sky', 'rose'] as const)[place % 3] ?? 'straw'
          // Every third lies over the one behind it.
          const end = start + (place % 3 === 0 ? 150 : 80)
          return { source: source as never, textVersion: version as never, start, end, colour }
        })
        const on = [borne[(number + group) % 30], borne[(number * 7 + group * 3) % 30]]
        tagPassages(
          db,
          given,
          on.flatMap(tag => tag ?? []),
        )
      }
    })
  file.write('Links', addLinks)
  return file
}

const folder = join(workFolder, 'excerpts')
const kept = join(folder, `${excerpts}.gloss`)
mkdirSync(folder, { recursive: true })
if (!existsSync(kept)) {
  const { milliseconds } = await processorTime(async () => (await fill(kept)).close())
  console.log(`Made ${excerpts} excerpts in ${texts} texts in ${(milliseconds / 1000).toFixed(0)} s of processor time`)
}
const path = join(folder, 'measured.gloss')
// What a measurement that was broken off left behind.
for (const ending of ['', '-wal', '-lock']) await rm(`${path}${ending}`, { force: true })
await copyFile(kept, path)

const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: folder, seedsDirectory, checkAnswers: false })
const opened = await workbench.open(path)
if (!opened.ok) throw new Error(opened.message)

const ask = async <Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as OutputOf<Name>
}

type Asked = Pick<InputOf<'excerpts.find'>, 'filter' | 'order' | 'descending'>

const page = (asked: Asked, from = 0) => ask('excerpts.find', { ...asked, from, limit: 100 })
const asking = (filter: unknown, order: Asked['order'] = 'place', descending = false): Asked => ({
  filter: filter as ExcerptFilter,
  order,
  descending,
})
const everything = { all: [] }

const first = await processorTime(() => page(asking(everything)))

const tagList = await ask('tags.list', {})
const termList = await ask('terms.list', {})
const [tag, otherTag] = [tagList[3]?.id, tagList[4]?.id]
const [someSource] = await ask('sources.list', {})
const tagged = { field: 'tag', tag, below: true }
const untagged = { not: { field: 'tag', tag: otherTag, below: false } }
const sky = { field: 'colour', colour: 'sky' }

const questions: [string, Asked][] = [
  ['everything, by place', asking(everything)],
  ['everything, by title', asking(everything, 'source')],
  ['everything, newest first', asking(everything, 'created', true)],
  ['everything, longest first', asking(everything, 'length', true)],
  ['one tag', asking(tagged)],
  ['a tag and not another', asking({ all: [tagged, untagged] })],
  ['a term', asking({ field: 'term', term: termList[0]?.id, role: null })],
  ['a source', asking({ field: 'source', source: someSource?.id })],
  ['colour', asking(sky)],
  ['has a claim', asking({ field: 'has', what: 'claim' })],
  ['a relation', asking({ field: 'relation', kind: 'explains' })],
  ['words', asking({ field: 'words', words: 'bra' })],
  ['overlapping a tag', asking({ beside: { kind: 'overlapping' }, of: tagged })],
  ['within 500 characters of a tag', asking({ beside: { kind: 'near', characters: 500 }, of: tagged })],
  ['in the paragraph of a tag', asking({ beside: { kind: 'same paragraph' }, of: tagged })],
  ['sky, and none of a tag near', asking({ all: [sky, { not: { beside: { kind: 'overlapping' }, of: tagged } }] })],
]

const rows: (string | number)[][] = []
let worst = 0
let worstFirst = 0
let worstPage = 0
for (const [number, [what, asked]] of questions.entries()) {
  const taken: number[] = []
  let total = 0
  for (let turn = 0; turn < turns; turn++) {
    // An answer is kept until something changes: another wording of the question is not known.
    const filter = { all: [asked.filter, { not: { any: Array.from({ length: turn + 1 }, () => ({ any: [] })) } }] }
    const { result, milliseconds } = await processorTime(() => page({ ...asked, filter: filter as ExcerptFilter }))
    total = result.total
    taken.push(milliseconds)
  }
  await page(asked)
  const pages: number[] = []
  for (let turn = 1; turn <= 2 * turns; turn++) {
    const from = Math.floor((total * turn) / (2 * turns + 1))
    pages.push((await processorTime(() => page(asked, from))).milliseconds)
  }
  rows.push([`${number + 1} ${what}`, total, taken[0] ?? 0, median(taken), median(pages)])
  worst = Math.max(worst, median(taken))
  worstFirst = Math.max(worstFirst, taken[0] ?? 0)
  worstPage = Math.max(worstPage, median(pages))
}
console.log(`\nQuestions about ${excerpts} excerpts, pages of 100: milliseconds of processor time`)
printTable(['question', 'found', 'first', 'median', 'page turn'], rows)

const ids = (await ask('excerpts.findIds', asking(everything, 'length'))).slice(0, many)
const plainSource = await ask('sources.read', { id: someSource?.id ?? '' })
const length = plainSource.version.text.length
const passages = Array.from({ length: many }, (_, number): Passage => {
  const start = 3 + ((number * 7) % (length - 200))
  return {
    source: plainSource.source.id,
    textVersion: plainSource.version.id,
    start,
    end: start + 21 + Math.floor(number / 1000),
    colour: 'sky',
  }
})
const bulk = await ask('tags.create', { name: 'On many', parent: null, colour: 'rose', description: '' })
await ask('excerpts.edit', { ids, patch: {}, addTags: [bulk.id], removeTags: [] })

const changes: [string, () => Promise<unknown>][] = [
  ['colour', () => ask('excerpts.edit', { ids, patch: { colour: 'mint' }, addTags: [], removeTags: [] })],
  ['one tag more', () => ask('excerpts.edit', { ids, patch: {}, addTags: [tag ?? ''], removeTags: [] })],
  [
    'colour and credibility, a tag more and one less',
    () =>
      ask('excerpts.edit', {
        ids,
        patch: { colour: 'straw', credibility: 2 },
        addTags: [otherTag ?? ''],
        removeTags: [bulk.id],
      }),
  ],
  ['all passages found', () => ask('excerpts.codeAll', { passages, tags: [tag ?? ''] })],
  ['two tags merged', () => ask('tags.merge', { from: [bulk.id], into: tag ?? '' })],
  ['removed', () => ask('excerpts.remove', { ids })],
]
const changeRows: (string | number)[][] = []
const worstChange = { done: 0, undone: 0 }
await page(asking(tagged))
for (const [what, change] of changes) {
  const done = (await processorTime(change)).milliseconds
  const after = (await processorTime(() => page(asking(tagged)))).milliseconds
  const undone = (await processorTime(() => ask('history.undo', {}))).milliseconds
  await page(asking(tagged))
  const redone = (await processorTime(() => ask('history.redo', {}))).milliseconds
  await page(asking(tagged))
  await ask('history.undo', {})
  await page(asking(tagged))
  changeRows.push([what, done, undone, redone, after])
  worstChange.done = Math.max(worstChange.done, done)
  worstChange.undone = Math.max(worstChange.undone, undone)
}
console.log(`\n${many} excerpts changed at once: milliseconds of processor time`)
printTable(['change', 'done', 'undone', 'redone', 'next question'], changeRows)

console.log('')
printTarget('the first question after opening', first.milliseconds, '≤', 2_000, ' ms')
printTarget('a question', worst, '≤', 300, ' ms')
printTarget('a page turned', worstPage, '≤', 20, ' ms')
printTarget(`${many} excerpts changed at once`, worstChange.done, '≤', 1_000, ' ms')
printTarget(`${many} excerpts as they were before`, worstChange.undone, '≤', 1_500, ' ms')
await workbench.close()
await rm(path)
