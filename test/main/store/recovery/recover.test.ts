import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge, standIn } from '../../../../main/records/stand-ins.ts'
import * as tables from '../../../../main/records/tables.ts'
import { fillSample } from '../../../../main/sample.ts'
import { openCase } from '../../../../main/store/case-file.ts'
import type { Database } from '../../../../main/store/connection.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { recoverCase } from '../../../../main/store/recovery/recover.ts'
import type { Recovery } from '../../../../main/store/recovery/sentences.ts'
import { verifyCase } from '../../../../main/verify.ts'
import { hasSqlite, sqliteSays } from '../../../faults/sqlite.ts'
import { seedsDirectory } from '../../../support/case.ts'
import { idOf, stamps } from '../../../support/records.ts'
import { newCase, newFolder, opened } from '../support.ts'

const pageSize = 4096

const keepParty = (db: Database, number: number): void => {
  const name = `Party number ${number}`
  tables.parties.insert(db, { id: idOf(number), name, shortName: name, sequence: number + 50, ...stamps })
}

type Rows = Map<string, Map<string, string>>

/** Every row of every table but those that follow from others, as text by its key. */
const rowsIn = (db: Database): Rows =>
  new Map(
    db
      .all<{ name: string }>(
        `select name from sqlite_schema where type = 'table' and name not glob 'search_*' and name not glob 'sqlite_*'`,
      )
      .map(({ name }) => {
        const key = db.all<{ name: string }>('select name from pragma_table_info(?) where pk > 0 order by pk', [name])
        const rows = db.all<Record<string, unknown>>(`select * from "${name}"`)
        const keyed = rows.map(
          row => [JSON.stringify(key.map(column => row[column.name])), JSON.stringify(row)] as const,
        )
        return [name, new Map(keyed)]
      }),
  )

const rowsAt = async (path: string): Promise<Rows> => {
  const file = await opened(path, { readOnly: true })
  return file.read(rowsIn)
}

/** Numbers that look random and are the same in every run. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}

const ways = {
  zeros: (page: Uint8Array) => page.fill(0),
  'random bytes': (page: Uint8Array, random: () => number) => {
    for (let at = 0; at < page.length; at++) page[at] = Math.floor(random() * 256)
  },
  'flipped bits in the pointers to its cells': (page: Uint8Array, random: () => number) => {
    for (let flip = 0; flip < 3; flip++) {
      const at = 8 + Math.floor(random() * 40)
      page[at] = (page[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
  },
  'half a page of an older write': (page: Uint8Array) => page.fill(0, page.length / 2),
}

/** Tables that may lose rows with a table: what it cannot be without. */
const leaning: Record<string, string[]> = {
  assessment: ['assessmentExcerpt', 'assessmentClaim'],
  indicator: ['indicatorEvidence'],
  conflict: ['conflictClaim', 'conflictEvidence', 'conflictRisk'],
  attachmentUpload: ['attachmentPiece'],
  note: ['noteCitation', 'noteMention'],
}

let sample: Uint8Array
let rows: Rows
let trees: Map<number, string>

beforeAll(async () => {
  const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
  file.write('A party', db => keepParty(db, 0))
  file.close()
  sample = readFileSync(file.path)
  rows = await rowsAt(file.path)
  trees = new Map()
  if (hasSqlite)
    for (const line of sqliteSays(file.path, 'select pageno, name from dbstat').trim().split('\n')) {
      const [page = '', name = ''] = line.split('|')
      trees.set(Number(page), name)
    }
})

const damaged = (damage: (bytes: Uint8Array) => void): { path: string; target: string } => {
  const folder = newFolder()
  const bytes = new Uint8Array(sample)
  damage(bytes)
  const path = join(folder, 'damaged.gloss')
  writeFileSync(path, bytes)
  return { path, target: join(folder, 'recovered.gloss') }
}

const recover = (path: string, target: string): Promise<Recovery> => recoverCase(path, target, { standIn, judge })

const tableOf = (db: Database, tree: string): string =>
  db.get<{ tbl_name: string }>('select tbl_name from sqlite_schema where name = ?', [tree])?.tbl_name ?? ''

/** Whatever is wrong with the recovery of a sample whose page is damaged like this; empty when nothing is. */
const faultsAfter = async (page: number, damage: (page: Uint8Array) => void): Promise<string[]> => {
  const { path, target } = damaged(bytes => damage(bytes.subarray((page - 1) * pageSize, page * pageSize)))
  const met = await openCase(path)
  if (met.ok) met.value.close()
  else if (met.code !== 'damaged') return [`opening: ${met.code}: ${met.message}`]
  const before = readFileSync(path)
  const { lost, rebuilt } = await recover(path, target)
  const faults: string[] = []
  if (!readFileSync(path).equals(before)) faults.push('the damaged file was changed')
  const file = await opened(target)
  const found = file.read(rowsIn)
  faults.push(...file.read(db => checkIntegrity(db, { thorough: true })).map(({ sentence }) => sentence))
  const tree = trees.get(page) ?? ''
  const its = file.read(db => tableOf(db, tree))
  file.close()
  const touched = new Set([its, ...(leaning[its] ?? [])])
  let differing = 0
  for (const [table, wanted] of rows)
    for (const [key, row] of wanted) {
      if (found.get(table)?.get(key) === row) continue
      differing++
      // Only an index names no rows of its own; a page of the schema or of the free list has none.
      if (!touched.has(table)) faults.push(`${table} ${key} is ${found.get(table)?.has(key) ? 'changed' : 'missing'}`)
    }
  if (differing > 0 && lost.length + rebuilt.length === 0) faults.push(`${differing} rows differ and nothing says so`)
  return faults
}

describe('recovery', () => {
  test.each(Object.entries(ways))(
    'a page of %s: all outside its rows is there, row for row',
    async (_, damage) => {
      const random = randomFrom(7)
      const pages = sample.length / pageSize
      // Every page takes minutes: `GLOSSATOR_EVERY_PAGE=1` does that.
      const step = process.env.GLOSSATOR_EVERY_PAGE ? 1 : 61
      const faults: string[] = []
      for (let page = 1 + Math.floor(random() * step); page <= pages; page += step)
        for (const fault of await faultsAfter(page, bytes => damage(bytes, random)))
          faults.push(`page ${page} (${trees.get(page) ?? 'free'}): ${fault}`)
      expect(faults).toEqual([])
    },
    600_000,
  )

  test('a table whose root is gone comes back from the pages that lost their way', async () => {
    const root = (await opened(damaged(() => undefined).path, { readOnly: true })).read(db =>
      db.get<{ rootpage: number }>(`select rootpage from sqlite_schema where name = 'claim'`),
    )?.rootpage
    const { path, target } = damaged(bytes => bytes.fill(0, ((root ?? 0) - 1) * pageSize, (root ?? 0) * pageSize))
    expect(await recover(path, target)).toEqual({ lost: [], rebuilt: [] })
    expect((await rowsAt(target)).get('claim')).toEqual(rows.get('claim'))
  })

  test('a first page of nothing is made up for', async () => {
    const { path, target } = damaged(bytes => bytes.fill(0, 0, pageSize))
    expect(await recover(path, target)).toEqual({ lost: [], rebuilt: [] })
    expect(await rowsAt(target)).toEqual(rows)
  })

  test('what the log knows is made again, and said by name', async () => {
    const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
    for (let n = 0; n < 60; n++) file.write(`Party ${n}`, db => keepParty(db, n))
    const root = file.read(db =>
      db.get<{ rootpage: number }>(`select rootpage from sqlite_schema where name = 'party'`),
    )
    file.close()
    const bytes = readFileSync(file.path)
    const kinds = bytes[((root?.rootpage ?? 0) - 1) * pageSize]
    expect(kinds).toBe(5)
    const path = join(newFolder(), 'damaged.gloss')
    const leaf = bytes.readUInt32BE(((root?.rootpage ?? 0) - 1) * pageSize + 8)
    bytes.fill(0xee, (leaf - 1) * pageSize, leaf * pageSize)
    writeFileSync(path, bytes)
    const target = join(newFolder(), 'recovered.gloss')
    const { lost, rebuilt } = await recover(path, target)
    expect(lost).toEqual([])
    expect(rebuilt.length).toBeGreaterThan(0)
    expect(
      rebuilt.every(sentence => /^The party “Party number \d+” could not be read; it was made again/.test(sentence)),
    ).toBe(true)
    expect((await rowsAt(target)).get('party')).toEqual((await rowsAt(file.path)).get('party'))
  })

  test('many damaged pages at once neither crash nor hang, and what comes out is sound', async () => {
    const random = randomFrom(11)
    for (let round = 0; round < 6; round++) {
      const { path, target } = damaged(bytes => {
        for (let count = 0; count < 25; count++) {
          const page = Math.floor(random() * (bytes.length / pageSize))
          ways['random bytes'](bytes.subarray(page * pageSize, (page + 1) * pageSize), random)
        }
      })
      await recover(path, target)
      const { faults } = await verifyCase(target)
      expect(faults.filter(fault => !/bytes of|has no|does not fit/.test(fault))).toEqual([])
    }
  }, 120_000)

  test('refuses where there is nothing, and where there is a file already', async () => {
    const { path, target } = damaged(bytes => bytes.fill(0))
    await expect(recover(path, target)).rejects.toMatchObject({ code: 'damaged' })
    writeFileSync(target, 'here')
    await expect(recover(path, target)).rejects.toThrow(/already a file/)
    expect(readFileSync(target, 'utf8')).toBe('here')
  })
})
