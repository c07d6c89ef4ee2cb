import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenAssumption, openOverSource, type PageSource } from '../../../../main/store/disk/virtual-file.ts'
import { type Engine, loadEngine, type SqlDatabase } from '../../../../main/store/engine.ts'

const root = join(__dirname, '../../../..')

test('sql.js is the version whose inside the store relies on', () => {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/sql.js/package.json'), 'utf8')) as {
    version: string
  }
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(ours.devDependencies['sql.js']).toBe(installed.version)
})

test('every assumption about its inside holds', async () => {
  expect(brokenAssumption(await loadEngine())).toBe(null)
})

/** sql.js with another way of taking over a file or of running SQL, as a later version might have. */
const changed = (
  engine: Engine,
  change: { data?: (data: ArrayLike<number>) => ArrayLike<number>; sql?: (sql: string) => string },
): Engine =>
  ({
    ...engine,
    Database: class extends engine.Database {
      constructor(data?: ArrayLike<number> | null) {
        super(data && !(data instanceof Uint8Array) ? (change.data?.(data) ?? data) : data)
      }
      override run(sql: string): SqlDatabase {
        return super.run(change.sql?.(sql) ?? sql)
      }
    },
  }) as unknown as Engine

type Adopted = {
  length: number
  slice(): { length: number; subarray(a: number, b: number): Uint8Array; set(bytes: Uint8Array, at: number): void }
}
const withFile = (
  data: ArrayLike<number>,
  change: (file: ReturnType<Adopted['slice']>) => object,
): ArrayLike<number> => {
  const adopted = data as unknown as Adopted
  return {
    length: adopted.length,
    subarray: () => new Uint8Array(0),
    slice: () => ({ ...adopted.slice(), ...change(adopted.slice()) }),
  } as unknown as ArrayLike<number>
}

test.each<[string, RegExp, Parameters<typeof changed>[1]]>([
  [
    'copies byte by byte',
    /no longer copies the file with slice/,
    { data: data => new Uint8Array((data as unknown as Adopted).length) },
  ],
  [
    'loses some writes',
    /whole of it|fails/,
    {
      data: data => {
        let count = 0
        return withFile(data, file => ({
          set: (bytes: Uint8Array, at: number) => {
            if (count++ % 2 === 0) file.set(bytes, at)
          },
        }))
      },
    },
  ],
  [
    'outgrows its capacity',
    /whole of it|does not reach|fails/,
    { data: data => withFile(data, () => ({ length: 4096 * 4 })) },
  ],
  ['keeps writes to itself', /does not reach/, { data: data => withFile(data, () => ({ set: () => {} })) }],
  [
    'spills pages before the commit',
    /before COMMIT/,
    {
      sql: sql =>
        sql
          .replace('cache_spill = off', 'cache_spill = 1; pragma cache_size = 1')
          .replace(
            /values \(2, hex\(zeroblob\(9000\)\)\)$/,
            'select value, hex(zeroblob(9000)) from (with recursive n(value) as (values(2) union all select value + 1 from n where value < 12) select value from n)',
          ),
    },
  ],
  ['truncates elsewhere', /truncation goes unnoticed/, { sql: sql => sql.replace('; vacuum', '') }],
])('the check names what broke when sql.js %s', async (_what, sentence, change) => {
  expect(brokenAssumption(changed(await loadEngine(), change))).toMatch(sentence)
})

test('a read that fails is told to whoever opened the file, and the engine lives on', async () => {
  const engine = await loadEngine()
  const plain = new engine.Database()
  plain.run('create table t (x); insert into t select hex(randomblob(4000)) from (values (1), (2), (3), (4))')
  const bytes = plain.export()
  plain.close()
  let isBroken = false
  const reasons: unknown[] = []
  const source: PageSource = {
    size: () => bytes.length,
    read: (start, end) => {
      if (isBroken) throw new Error('bad sector')
      return bytes.subarray(start, end)
    },
    write: () => {},
    truncated: () => {},
  }
  const open = () => openOverSource(engine, source, 4096, reason => reasons.push(reason))
  const database = open()
  database.exec('select count(*) from sqlite_schema')
  isBroken = true
  expect(() => database.exec('select sum(length(x)) from t')).toThrow(/malformed|not a database/)
  expect(String(reasons[0])).toContain('bad sector')
  database.close()
  isBroken = false
  const again = open()
  expect(again.exec('select count(*) from t')[0]?.values).toEqual([[4]])
  again.close()
})
