// The case file against the plain use of sql.js (export the whole database, write, sync, rename), edit by edit in turns.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { printRow, takeTurns } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'glossator-bench-'))
const at = '2025-05-01T00:00:00.000Z'
const sha = '0'.repeat(64)
let counter = 0
const id = () => `01950000-0000-7000-8000-${String(++counter).padStart(12, '0')}`
const words = 'share fund revenue minerals text agreement draft article guarantee party'.split(' ')
const article = (size: number, seed: number) => {
  let text = ''
  for (let word = seed; text.length < size; word = (word * 31 + 7) % 9973)
    text += `${words[word % words.length]}${word % 700} `
  return text
}

const makeCase = async (megabytes: number, wholeFile: boolean) => {
  const path = join(folder, `${megabytes}-${wholeFile ? 'whole' : 'pages'}.gloss`)
  const begun = performance.now()
  const opened = await openCase(path, { create: () => undefined })
  if (!opened.ok) throw new Error(opened.message)
  const articles = Math.max(1, Math.round((megabytes * 1e6) / 14_000))
  opened.value.write('Fill', db => {
    db.run('insert into attachment values (?, 1)', [sha])
    db.run('insert into tag values (?, ?, null, ?, ?, ?, ?)', ['tag', 'tag', 'straw', '', at, at])
    for (let number = 0; number < articles; number += 1) addSource(db, number)
  })
  opened.value.close()
  console.log(`made ${(statSync(path).size / 1e6).toFixed(0)} MB in ${(performance.now() - begun).toFixed(0)} ms`)
  const begunOpening = performance.now()
  const reopened = await openCase(path, { wholeFile })
  if (!reopened.ok) throw new Error(reopened.message)
  reopened.value.read(db => db.get('select count(*) from source'))
  return { file: reopened.value, opening: performance.now() - begunOpening }
}

type Db = Parameters<Parameters<CaseFile['write']>[1]>[0]
const addSource = (db: Db, number: number) => {
  const source = `source-${number}`
  db.run(
    `insert into source values (?, ?, '[]', '', null, '', '[]', null, '', 'en', 'other', 'F', '', null, '[]', '', ?, ?)`,
    [source, `Article ${number}`, at, at],
  )
  const text = article(6_000, number + 1)
  db.run(`insert into textVersion values (?, ?, 1, 'import', ?, '[]', ?, '', 'text/plain', ?, 6000, ?)`, [
    `version-${number}`,
    source,
    text,
    sha,
    sha,
    at,
  ])
}

/** One excerpt with its anchor and a tag, as the reader makes it. */
const edit = (file: CaseFile) =>
  file.write('Excerpt added', db => {
    const excerpt = id()
    db.run('insert into excerpt values (?, ?, ?, ?, null, ?, ?)', [excerpt, 'source-0', 'straw', '', at, at])
    db.run(`insert into anchor values (?, 'version-0', 0, 20, ?, '', '', null, 'exact')`, [
      excerpt,
      'some twenty characters',
    ])
    db.run('insert into excerptTag values (?, ?, 0)', [excerpt, 'tag'])
  })

for (const megabytes of [10, 50]) {
  const pages = await makeCase(megabytes, false)
  const whole = await makeCase(megabytes, true)
  const rival = 'export and rename'
  const taken = takeTurns(
    [
      { name: 'pages', run: () => edit(pages.file) },
      { name: 'whole', run: () => edit(whole.file) },
    ],
    megabytes > 20 ? 9 : 25,
  )
  printRow(`one durable edit, ${megabytes} MB`, taken.get('pages') ?? 0, rival, taken.get('whole') ?? 0)
  printRow(`open to the first answer, ${megabytes} MB`, pages.opening, rival, whole.opening)
  pages.file.close()
  whole.file.close()
}
rmSync(folder, { recursive: true })
