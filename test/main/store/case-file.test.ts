import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeAllSteps } from '../../../main/store/disk/copy.ts'
import { diskFileSystem } from '../../../main/store/disk/file-system.ts'
import { walPath } from '../../../main/store/disk/pages.ts'
import { checkIntegrity } from '../../../main/store/integrity.ts'
import {
  addNote,
  addParty,
  addSource,
  addTextVersion,
  contentOf,
  newCase,
  newFolder,
  opened,
  partyNames,
} from './support.ts'

/** What a crash at this moment would leave: the files of an open case, elsewhere. */
const crashedCopy = (path: string): string => {
  const copy = join(newFolder(), 'copy.gloss')
  copyFileSync(path, copy)
  if (existsSync(walPath(path))) copyFileSync(walPath(path), walPath(copy))
  return copy
}

describe.each([
  ['pages', {}],
  ['the whole file', { wholeFile: true }],
] as const)('a case kept as %s', (_name, options) => {
  test('has everything that was acknowledged, also when nobody closed it', async () => {
    const file = await newCase({ ...options, actor: () => 'Ann' })
    expect(file.write('Add', db => addParty(db, 'One'))).toEqual({ value: 1, changed: ['party'], tx: 1 })
    const two = file.write('Add', db => [addParty(db, 'Two'), addNote(db, 'n', 'T', 't')])
    expect(two).toEqual({ value: [1, 1], changed: ['party', 'note'], tx: 2 })
    const copy = crashedCopy(file.path)
    for (const way of [{}, { wholeFile: true }]) {
      const again = await opened(copy, way)
      expect(partyNames(again)).toEqual(['One', 'Two'])
      expect(again.history()).toMatchObject({ undo: 'Add', redo: null })
      again.close()
      expect(existsSync(walPath(copy))).toBe(false)
    }
  })

  test('is as before when the work of a transaction throws', async () => {
    const file = await newCase(options)
    file.write('Add', db => addParty(db, 'One'))
    const before = file.read(contentOf)
    expect(() =>
      file.write('Fail', db => {
        db.run('delete from party')
        addSource(db, 's', 'S')
        throw new Error('halfway')
      }),
    ).toThrow('halfway')
    expect(() => file.write('Dangling', db => addTextVersion(db, 'nothing', 1, 'text'))).toThrow(/constraint failed/)
    expect(file.read(contentOf)).toEqual(before)
    expect(file.write('On', db => addParty(db, 'Two')).tx).toBe(2)
  })

  test('takes commands back and again, also after reopening', async () => {
    const file = await newCase(options)
    file.write('One', db => addParty(db, 'One'))
    file.write('Two', db => addParty(db, 'Two'))
    expect(file.undo()).toEqual({ ok: true, value: { label: 'Two', skipped: [] }, changed: ['party'] })
    file.close()
    const again = await opened(file.path, options)
    expect(again.history()).toMatchObject({ undo: 'One', redo: 'Two' })
    expect(again.redo()).toEqual({ ok: true, value: { label: 'Two', skipped: [] }, changed: ['party'] })
    expect(again.redo()).toEqual({ ok: false, code: 'refused', message: 'There is nothing to redo.' })
    expect(partyNames(again)).toEqual(['One', 'Two'])
  })

  test('is copied whole, and made smaller', async () => {
    const file = await newCase(options)
    file.write('Import', db => {
      addSource(db, 's', 'S')
      addTextVersion(db, 's', 1, 'words '.repeat(200_000))
    })
    file.write('Forget', db => {
      db.run('delete from source')
      db.run('delete from change')
    })
    file.write('Add', db => addParty(db, 'One'))
    file.checkpoint()
    const before = statSync(file.path).size
    file.compact()
    expect(statSync(file.path).size).toBeLessThan(before / 2)
    file.write('Add', db => addParty(db, 'Two'))
    const copy = join(newFolder(), 'copy.gloss')
    expect(() => file.copy(file.path)).toThrow(/is the case itself/)
    takeAllSteps(file.copy(copy))
    file.write('Add', db => addParty(db, 'Three'))
    expect(partyNames(file)).toEqual(['One', 'Three', 'Two'])
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
    expect(partyNames(await opened(copy, options))).toEqual(['One', 'Two'])
  })
})

test('a read cannot write, a transaction not nest, wait or outlive the case', async () => {
  const file = await newCase()
  expect(() => file.read(db => addParty(db, 'One'))).toThrow('A read cannot change the case')
  expect(() => file.write('Out', () => file.read(() => 1))).toThrow('Inside a transaction')
  expect(() => file.write('Wait', async () => 1)).toThrow('cannot wait')
  expect(partyNames(file)).toEqual([])
  file.close()
  file.close()
  expect(() => file.read(() => 1)).toThrow('is closed')
})

test('half a surrogate pair becomes one U+FFFD, so that offsets hold; everything else comes back as it was', async () => {
  const file = await newCase()
  const texts = ['a\ud800b', 'e\u0301', '\u0000', '🪨\udc00', '\ufeffx', `\ufeff${'long '.repeat(50)}`, 'שלום']
  file.write('Add', db => {
    for (const [index, text] of texts.entries()) addNote(db, `n${index}`, text, text)
  })
  const found = file.read(db => db.all<{ text: string }>('select text from note order by id')).map(row => row.text)
  expect(found).toEqual(['a\ufffdb', 'e\u0301', '\u0000', '🪨\ufffd', '\ufeffx', `\ufeff${'long '.repeat(50)}`, 'שלום'])
})

test('the log is moved into the file when it is long, when the case is idle and at the end', async () => {
  const file = await newCase({ checkpointFrames: 60 })
  let longest = 0
  for (let n = 0; n < 40; n++) {
    file.write('Add', db => addParty(db, `p${n}`))
    longest = Math.max(longest, statSync(walPath(file.path)).size)
  }
  expect(longest).toBeLessThan(100 * 4120)
  const isInFile = () => readFileSync(file.path).includes('p-last')
  file.idle()
  file.write('Add', db => addParty(db, 'p-last'))
  expect(isInFile()).toBe(false)
  file.idle()
  expect(isInFile()).toBe(true)
  file.close()
  expect(existsSync(walPath(file.path))).toBe(false)
})

test('a long import goes through the log in pieces, and the log is short again after it', async () => {
  const file = await newCase({ cacheBytes: 1 << 20 })
  const bytes = new Uint8Array(40_000_000).map((_, index) => (index * 31) % 253)
  file.write('Import', db => {
    addSource(db, 's', 'S')
    addTextVersion(db, 's', 1, 'text', bytes)
  })
  expect(statSync(walPath(file.path)).size).toBeLessThan(1000)
  const again = await opened(crashedCopy(file.path))
  const kept = again.read(db => db.get<{ bytes: Uint8Array }>('select bytes from attachmentPiece'))?.bytes
  expect(kept && Buffer.compare(kept, bytes)).toBe(0)
})

test('a disk that is full in the middle of a long import stops the case, and the next one works', async () => {
  const made = await newCase()
  made.write('Add', db => addParty(db, 'One'))
  made.close()
  let room = Number.POSITIVE_INFINITY
  const file = await opened(made.path, {
    files: {
      ...diskFileSystem,
      write: (handle, bytes, position) => {
        room -= bytes.length
        if (room < 0) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
        diskFileSystem.write(handle, bytes, position)
      },
    },
  })
  room = 6_000_000
  expect(() =>
    file.write('Import', db => {
      addSource(db, 's', 'S')
      addTextVersion(db, 's', 1, 'text', new Uint8Array(12_000_000))
    }),
  ).toThrow(/no space left/)
  expect(() => file.read(() => 1)).toThrow(/no space left/)
  file.close()
  const again = await opened(made.path)
  expect(partyNames(again)).toEqual(['One'])
  expect(again.read(db => db.all('select id from source'))).toEqual([])
  expect(again.write('On', db => addParty(db, 'Two')).tx).toBe(2)
})

test('a page that cannot be read stops the case instead of showing nothing', async () => {
  const made = await newCase()
  made.write('Import', db => {
    addSource(db, 's', 'S')
    addTextVersion(db, 's', 1, 'words '.repeat(100_000))
  })
  made.close()
  let isBroken = false
  const file = await opened(made.path, {
    files: {
      ...diskFileSystem,
      read: (handle, into, position) => {
        if (isBroken && position > 0) throw Object.assign(new Error('EIO: bad sector'), { code: 'EIO' })
        return diskFileSystem.read(handle, into, position)
      },
    },
  })
  isBroken = true
  const length = 'select length(text) as n from textVersion'
  expect(() => file.read(db => db.get(length))).toThrow(/can no longer be saved.*bad sector/)
  isBroken = false
  expect(() => file.write('Add', db => addParty(db, 'One'))).toThrow(/bad sector/)
  file.close()
  expect((await opened(made.path)).read(db => db.get(length))).toEqual({ n: 600_000 })
})

test('planted damage is found by name', async () => {
  const file = await newCase()
  file.write('Add', db => {
    addSource(db, 's', 'S')
    addTextVersion(db, 's', 1, 'text')
  })
  file.write('Damage', db => {
    db.run('drop trigger log_note_update')
    addParty(db, 'One')
  })
  const found = file.read(db => checkIntegrity(db, { thorough: false }))
  expect(found.map(({ kind, table }) => [kind, table])).toEqual([['log', 'note']])
  file.close()
  const bytes = readFileSync(file.path)
  // The id in the row is no longer the one in its index.
  bytes.set([0x78], bytes.indexOf('s-v1s'))
  const copy = join(newFolder(), 'copy.gloss')
  writeFileSync(copy, bytes)
  const damaged = await opened(copy)
  expect(damaged.read(db => checkIntegrity(db, { thorough: true })).map(finding => finding.kind)).toContain('pages')
})
