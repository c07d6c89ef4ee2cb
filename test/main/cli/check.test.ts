import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs, { type Database } from 'sql.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

type Finding = { severity: string; record: string; id: string; sentence: string }

let glossator: CommandLine
let sample: Uint8Array
let engine: Awaited<ReturnType<typeof initSqlJs>>

beforeAll(async () => {
  glossator = await buildCommandLine()
  engine = await initSqlJs()
  await glossator.run('sample', 'sample.gloss')
  sample = new Uint8Array(readFileSync(glossator.at('sample.gloss')))
}, bundlingTime)
afterAll(() => glossator.remove())

const check = async (bytes: Uint8Array) => {
  writeFileSync(glossator.at('planted.gloss'), bytes)
  const run = await glossator.run('check', 'planted.gloss', '--json')
  return { status: run.status, ...(run.document() as { findings: Finding[]; corrupt: number }) }
}

/** The sample with something changed behind the product's back: no foreign keys, no triggers of ours undone. */
const tampered = (tamper: (db: Database) => void): Uint8Array => {
  const db = new engine.Database(sample)
  db.run('pragma foreign_keys = off')
  tamper(db)
  const bytes = db.export()
  db.close()
  return bytes
}

const first = (db: Database, sql: string): string => String(db.exec(sql)[0]?.values[0]?.[0] ?? '')

describe('the check of a case', () => {
  test('passes on the sample', async () => {
    expect(await check(sample)).toMatchObject({ status: 0, corrupt: 0, sound: true })
  })

  test('names a shifted anchor', async () => {
    let excerpt = ''
    const bytes = tampered(db => {
      excerpt = first(db, 'select excerpt from anchor limit 1')
      db.run('update anchor set start = start + 3, "end" = "end" + 3 where excerpt = ?', [excerpt])
    })
    const { status, findings } = await check(bytes)
    expect(status).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'corrupt', record: 'excerpt', id: excerpt }))
  })

  test('names a text that was changed', async () => {
    let version = ''
    const bytes = tampered(db => {
      version = first(db, 'select id from textVersion limit 1')
      db.run(`update textVersion set text = text || ' added' where id = ?`, [version])
    })
    const { status, findings } = await check(bytes)
    expect(status).toBe(1)
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'corrupt', record: 'textVersion', id: version }),
    )
  })

  test('names the note that cites an excerpt which was deleted', async () => {
    let [note, excerpt] = ['', '']
    const bytes = tampered(db => {
      note = first(db, 'select note from noteCitation limit 1')
      excerpt = first(db, 'select excerpt from noteCitation limit 1')
      db.run('delete from anchor where excerpt = ?', [excerpt])
      db.run('delete from excerpt where id = ?', [excerpt])
    })
    const { status, findings } = await check(bytes)
    expect(status).toBe(1)
    expect(findings.filter(({ record, id }) => record === 'note' && id === note)).not.toEqual([])
    const [link] = findings.filter(({ record, id }) => record === 'noteCitation' && id === note)
    expect(link?.sentence).toMatch(/^“Evaluation of the five sources”: /)
    expect(link?.sentence).toContain(excerpt)
  })

  test('names the claim whose term is gone', async () => {
    let [claim, raw] = ['', '']
    const bytes = tampered(db => {
      claim = first(db, `select id from claim where raw <> '' limit 1`)
      raw = first(db, `select raw from claim where raw <> '' limit 1`)
      db.run('delete from term where id = (select term from claim where id = ?)', [claim])
    })
    const { status, findings } = await check(bytes)
    expect(status).toBe(1)
    const [finding] = findings.filter(({ record, id }) => record === 'claim' && id === claim)
    expect(finding).toMatchObject({ severity: 'corrupt' })
    expect(finding?.sentence).toContain(`“${raw}”`)
  })

  test('names the records that a damaged page held', async () => {
    let page = 0
    const bytes = tampered(db => {
      page = Number(first(db, `select rootpage from sqlite_schema where name = 'claim'`))
    })
    bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
    const { status, findings } = await check(bytes)
    expect(status).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'corrupt', record: 'claim' }))
    expect(new Set(findings.map(({ sentence }) => sentence)).size).toBe(findings.length)
  })
})
