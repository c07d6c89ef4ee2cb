import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lifeOf } from '../../main/records/life.ts'
import { latestCommands } from '../../main/records/log.ts'
import { caseMeaning } from '../../main/records/taking-back.ts'
import { type CaseFile, type Database, openCase } from '../../main/store/case-file.ts'
import { openConnection } from '../../main/store/connection.ts'
import { takeAllSteps } from '../../main/store/disk/copy.ts'
import { diskFileSystem } from '../../main/store/disk/file-system.ts'
import { openPages } from '../../main/store/disk/pages.ts'
import { loadEngine } from '../../main/store/engine.ts'
import { beginLogged, endLogged } from '../../main/store/log/change-log.ts'
import { cameToNothing } from '../../main/store/log/undo.ts'
import { median, printTable, printTarget } from './measure.ts'

// What the log of changes costs each edit, in pages, bytes and time, and what it takes to read, rewind and merge 200,000
// changes of it. `node … log.bench.mjs EDITS CHANGES`.
const edits = Number(process.argv[2] ?? 300)
const manyChanges = Number(process.argv[3] ?? 200_000)

const folder = mkdtempSync(join(tmpdir(), 'glossator-log-bench-'))
const at = '2025-06-02T08:00:00.000Z'
const idOf = (kind: string, number: number) => `01900000-0000-7000-8000-${kind}${String(number).padStart(10, '0')}`

const open = async (path: string, create?: (db: Database) => void): Promise<CaseFile> => {
  const outcome = await openCase(path, { meaning: caseMeaning, ...(create ? { create } : {}) })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

const sentence = 'The ministers said that half of the revenue from new licences is to go to the fund. '

/** 200 sources with 20 excerpts each, ten tags, ten terms: so that tables and indices have some depth. */
const fill = (db: Database): void => {
  for (let number = 0; number < 10; number++) {
    db.run(
      'insert into tag (id, name, parent, colour, description, created, updated) values (?, ?, null, ?, ?, ?, ?)',
      [idOf('a0', number), `Tag ${number}`, 'sky', '', at, at],
    )
    db.run(`insert into term values (?, ?, 'Money', ?, '', 'percent', '[]', '[]', '[]', 0, 'high', ?, ?, ?)`, [
      idOf('b0', number),
      `T-${number + 10}`,
      `Term ${number}`,
      number,
      at,
      at,
    ])
  }
  for (let source = 0; source < 200; source++) {
    const sha = String(source).padStart(64, '0')
    db.run(
      `insert into source (id, title, authors, publisher, published, publishedStated, publishedReadings, accessed, url,
        language, kind, reliability, reliabilityReason, lineage, warnings, comment, created, updated) values (?, ?, '[]', '', null, '', '[]', null, '', 'en', 'analysis', 'F', '', null, '[]', '', ?, ?)`,
      [idOf('c0', source), `Source ${source}`, at, at],
    )
    db.run('insert into attachment values (?, 1)', [sha])
    db.run(
      `insert into textVersion (id, source, number, reason, text, blocks, textSha256, fileName, mediaType, fileSha256, fileBytes, created)
       values (?, ?, 1, 'import', ?, '[]', ?, 'a.txt', 'text/plain', ?, 1, ?)`,
      [idOf('d0', source), idOf('c0', source), sentence.repeat(70), sha, sha, at],
    )
    for (let excerpt = 0; excerpt < 20; excerpt++) addExcerpt(db, source * 20 + excerpt, source)
  }
  for (let note = 0; note < 50; note++)
    db.run('insert into note values (?, ?, ?, ?, ?, ?)', [idOf('e0', note), `Note ${note}`, document(0), '', at, at])
}

const addExcerpt = (db: Database, number: number, source: number): void => {
  const id = idOf('f0', number)
  db.run(`insert into excerpt values (?, ?, 'straw', '', null, ?, ?, '')`, [id, idOf('c0', source), at, at])
  db.run(`insert into anchor values (?, ?, ?, ?, ?, ?, ?, null, 'exact')`, [
    id,
    idOf('d0', source),
    number % 900,
    (number % 900) + 80,
    sentence.slice(0, 80),
    sentence.slice(0, 32),
    sentence.slice(0, 32),
  ])
  for (let tag = 0; tag < 3; tag++)
    db.run('insert into excerptTag values (?, ?, ?)', [id, idOf('a0', (number + tag) % 10), tag])
}

const document = (turn: number): string =>
  JSON.stringify({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `${turn} ${sentence.repeat(70)}` }] }],
  })

/** The edits of a working day. */
const kinds: Record<string, (db: Database, turn: number) => void> = {
  'excerpt, its place and 3 tags': (db, turn) => addExcerpt(db, 100_000 + turn, (turn * 7) % 200),
  'one field of a source': (db, turn) => {
    db.run('update source set comment = ?, updated = ? where id = ?', [
      `Seen ${turn}`,
      at,
      idOf('c0', (turn * 11) % 200),
    ])
  },
  'claim with evidence': (db, turn) => {
    const id = idOf('90', turn)
    db.run(
      `insert into claim values (?, ?, ?, '', null, 'fact', '50 percent', '{"type":"percent","low":50,"high":50}', '', 'exactly',
         '', 'asserts', null, '2025-02-10', null, 3, '', null, 'normal', '', null, '', ?, ?)`,
      [id, idOf('b0', turn % 10), idOf('c0', (turn * 13) % 200), at, at],
    )
    db.run(`insert into claimEvidence values (?, ?, 'supports', 0)`, [id, idOf('f0', (turn * 13) % 4000)])
  },
  'note of 6 KB, typed into': (db, turn) => {
    db.run('update note set document = ?, text = ?, updated = ? where id = ?', [
      document(turn),
      `${turn} ${sentence.repeat(70)}`,
      at,
      idOf('e0', turn % 50),
    ])
  },
  'excerpt removed': (db, turn) => {
    db.run('delete from excerpt where id = ?', [idOf('f0', turn * 3)])
  },
}

type Cost = { pages: number; time: number }

/** A case with or without the triggers of the log, and what one edit of it costs. */
const contender = async (path: string, isLogged: boolean) => {
  const medium = openPages(await loadEngine(), path, { files: diskFileSystem, readOnly: false })
  const connection = openConnection(medium.connect())
  if (!isLogged) {
    connection.run('begin')
    for (const { name } of connection.all<{ name: string }>(
      `select name from sqlite_schema where type = 'trigger' and name glob 'log_*'`,
    ))
      connection.run(`drop trigger "${name}"`)
    connection.run('commit')
    medium.commit(connection.sqlite)
  }
  medium.checkpoint()
  return {
    edit: (edit: (db: Database, turn: number) => void, turn: number): Cost => {
      if (medium.waiting() > 2000) medium.checkpoint()
      const before = medium.waiting()
      const begun = performance.now()
      connection.run('begin')
      const log = isLogged ? beginLogged(connection, at, 'A. Analyst', 'An edit of a working day', null) : null
      edit(connection, turn)
      if (log) endLogged(connection, log, cameToNothing)
      connection.run('commit')
      medium.commit(connection.sqlite)
      return { time: performance.now() - begun, pages: medium.waiting() - before }
    },
    close: () => {
      connection.close()
      medium.close(true)
    },
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** With and without the log in turns, so that whatever else the machine does falls on both. */
const costPerEdit = async (): Promise<void> => {
  const filled = await open(join(folder, 'base.gloss'), fill)
  const paths = ['bare.gloss', 'logged.gloss'].map(name => join(folder, name))
  for (const path of paths) takeAllSteps(filled.copy(path))
  filled.close()
  const contenders = await Promise.all(paths.map((path, index) => contender(path, index === 1)))
  const rows = Object.entries(kinds).map(([name, edit]) => {
    const costs: Cost[][] = contenders.map(() => [])
    for (let turn = 0; turn < edits; turn++)
      for (const [index, { edit: carryOut }] of contenders.entries()) costs[index]?.push(carryOut(edit, turn))
    const [bare = [], logged = []] = costs
    const pages = [mean(bare.map(cost => cost.pages)), mean(logged.map(cost => cost.pages))] as const
    const time = [median(bare.map(cost => cost.time)), median(logged.map(cost => cost.time))] as const
    return { name, pages, time, ratios: { bytes: pages[1] / pages[0], time: time[1] / time[0] } }
  })
  for (const { close } of contenders) close()
  printTable(
    ['an edit', 'pages without', 'with log', '×', 'ms without', 'with log', '×'],
    rows.map(({ name, pages, time, ratios }) => [name, ...pages, ratios.bytes, ...time, ratios.time]),
  )
  for (const { name, ratios } of rows.slice(0, 1)) {
    printTarget(`the change log: ${name}, of none`, ratios.bytes, '≤', 1.5, '×', 'bytes per edit')
    printTarget(`the change log: ${name}, of none`, ratios.time, '≤', 1.6)
  }
}

const timed = <Result>(work: () => Result): { ms: number; value: Result } => {
  const begun = performance.now()
  const value = work()
  return { ms: performance.now() - begun, value }
}

const walk = <Result>(steps: Generator<unknown, Result>): { value: Result; longest: number } => {
  let longest = 0
  for (;;) {
    const { ms, value } = timed(() => steps.next())
    longest = Math.max(longest, ms)
    if (value.done) return { value: value.value, longest }
  }
}

const longHistory = async (): Promise<void> => {
  const path = join(folder, 'long.gloss')
  const file = await open(path, fill)
  // Commands of four changes to as many sources: what a log of years looks like, without the years.
  file.write('Long history', db => {
    db.run(
      `with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < ?)
       insert into change (seq, tx, "table", id, op, before, after)
       select i + 1, i / 4 + 2, 'source', (select id from source where rowid = (i % 200) + 1), 'update',
         json_object('comment', 'Seen ' || (i - 200) || ': ' || ?, 'updated', ?),
         json_object('comment', 'Seen ' || i || ': ' || ?, 'updated', ?) from n`,
      [manyChanges, sentence, at, sentence, at],
    )
    db.run(
      `with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < ?)
       insert into tx (id, at, actor, label, undoOf, firstSeq, lastSeq)
       select i + 2, ?, 'A. Analyst', 'Source changed', null, i * 4 + 1, i * 4 + 4 from n`,
      [manyChanges / 4, at],
    )
    db.run(
      `update source set comment = (select after ->> '$.comment' from change where id = source.id order by seq desc limit 1)`,
    )
    // Neither the making of this history nor its own command is part of it.
    db.run('delete from change where seq > ?', [manyChanges])
    db.run('delete from tx where id = 1')
  })
  const comma = (count: number) => count.toLocaleString('en')
  const rows: [string, number, string][] = []
  const add = (name: string, ms: number, remark = '') => rows.push([name, ms, remark])
  const middle = Math.floor(manyChanges / 8)
  add(
    'open',
    await (async () => {
      file.close()
      const begun = performance.now()
      const again = await open(path)
      again.close()
      return performance.now() - begun
    })(),
  )
  const again = await open(path)
  const life = timed(() => again.read(db => lifeOf(db, 'source', idOf('c0', 3))))
  add('life of one record', life.ms, `${comma(life.value.length)} changes`)
  add('life of one record, again', timed(() => again.read(db => lifeOf(db, 'source', idOf('c0', 4)))).ms)
  add('newest 100 commands', timed(() => again.read(db => latestCommands(db, 100))).ms)
  add('undo', timed(() => again.undo()).ms)
  add('redo', timed(() => again.redo()).ms)
  const taken = timed(() => again.takeBack(middle, of => `Taken back: ${of}`))
  add(
    'take back a command from the middle',
    taken.ms,
    taken.value.ok ? `${taken.value.value.skipped.length} left` : taken.value.message.slice(0, 60),
  )
  const copy = join(folder, 'then.gloss')
  add('copy', timed(() => takeAllSteps(again.copy(copy))).ms)
  const then = await open(copy)
  const rewound = timed(() => walk(then.rewind(middle)))
  add(
    `take the copy back by ${comma(manyChanges / 2)} changes`,
    rewound.ms,
    `longest step ${rewound.value.longest.toFixed(0)} ms`,
  )
  then.close()
  const merged = timed(() => walk(again.merge('2999-01-01T00:00:00.000Z')))
  add(
    `merge ${comma(merged.value.value)} commands into one`,
    merged.ms,
    `longest step ${merged.value.longest.toFixed(0)} ms`,
  )
  add('undo the merged command', timed(() => again.undo()).ms)
  again.close()
  console.log(
    `\n${comma(manyChanges)} changes in ${comma(manyChanges / 4)} commands, ${(statSync(path).size / 2 ** 20).toFixed(0)} MB`,
  )
  printTable(['what', 'ms', ''], rows)
}

await costPerEdit()
await longHistory()
rmSync(folder, { recursive: true })
