import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropUploads, readPieces, sha256 } from '../../../main/records/files.ts'
import { type Database, openCase } from '../../../main/store/case-file.ts'
import { removeFile, unneededFiles } from '../../../main/store/log/rewind.ts'
import { mostSliceBytes } from '../../../shared/contract/files.ts'
import { importInput, openTestCase, type TestCase } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

/** Looks into the file of the case while it is not open. */
const inFile = async <Result>(work: (db: Database) => Result): Promise<Result> => {
  await one.workbench.close()
  const opened = await openCase(one.path)
  if (!opened.ok) throw new Error(opened.message)
  try {
    return opened.value.write('look', work).value
  } finally {
    opened.value.close()
    await one.workbench.open(one.path)
  }
}

const bytesOf = (db: Database, fingerprint: string) => Buffer.concat([...readPieces(db, fingerprint)])
const uploads = (db: Database) =>
  db.all<{ sha256: string | null }>('select sha256 from attachmentUpload').map(row => row.sha256)

/** Sends a file in slices of these sizes; the rest of it goes with the import. */
const send = async (bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]) => {
  let upload: number | null = null
  let at = 0
  for (const size of sizes) {
    const added: { upload: number } = await one.ask('files.add', { upload, bytes: bytes.slice(at, at + size) })
    upload = added.upload
    at += size
  }
  return { upload, bytes: bytes.slice(at) }
}

/** Bytes that do not compress; always the same. */
const noise = (length: number, seed = 1) =>
  new Uint8Array(createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length)))

const article = (words: string) => importInput(`${words}\nIt says no more.`, { title: words, fileName: `${words}.txt` })

test('a file of any size, in slices of any size, is kept byte for byte, and undo and redo bring it back so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.array(fc.integer({ min: 1, max: mostSliceBytes }), { maxLength: 5 }),
      fc.boolean(),
      async (length, sizes, plain) => {
        const bytes = plain ? new Uint8Array(length).fill(65) : noise(length, length + 1)
        const wanted: number[] = []
        let at = 0
        for (const size of [...sizes, ...Array.from({ length: 8 }, () => mostSliceBytes)]) {
          if (at + size >= length) break
          wanted.push(size)
          at += size
        }
        const input = article(`A file of ${length} bytes, ${sizes.length} slices, ${plain} ${Math.random()}`)
        const { command } = await one.ask('sources.import', { ...input, ...(await send(bytes, wanted)) })
        expect(command).not.toBeNull()
        await one.ask('history.undo', {})
        await one.ask('history.redo', {})
        expect((await one.ask('check.run', {})).findings).toEqual([])
        expect(await inFile(db => bytesOf(db, sha256(bytes)).equals(bytes))).toBe(true)
        await one.ask('history.undo', {})
      },
    ),
    { numRuns: 8 },
  )
})

test('slices are no step of undo, and leave nothing that can be seen', async () => {
  const before = await one.ask('case.state', {})
  await send(noise(900_000), [400_000, 400_000])
  const { savedAt: _, ...after } = (await one.ask('case.state', {})) ?? {}
  expect(before).toMatchObject(after)
  expect((await one.ask('check.run', {})).findings).toEqual([])
})

test('neither pieces nor the log hold a file twice, and the log never holds its bytes', async () => {
  const bytes = noise(1_500_000)
  const sizes = [mostSliceBytes, mostSliceBytes]
  const first = await one.ask('sources.import', { ...article('First'), ...(await send(bytes, sizes)) })
  await one.ask('sources.remove', { id: first.source })
  await one.ask('sources.import', { ...article('Second'), ...(await send(bytes, sizes)) })
  const again = await one.ask('sources.import', { ...article('Third'), ...(await send(bytes, sizes)) })
  expect(again.outcome).toBe('duplicate')
  await inFile(db => {
    expect(uploads(db)).toEqual([sha256(bytes)])
    expect(db.get('select sum(length(bytes)) as bytes from attachmentPiece')).toEqual({ bytes: bytes.length })
    const logged = db.get<{ size: number }>(
      `select sum(length(coalesce(before, '')) + length(coalesce(after, ''))) as size from change`,
    )
    expect(logged?.size).toBeLessThan(20_000)
  })
})

test('an upload that is dropped, refused or left by a process that is gone leaves nothing', async () => {
  const dropped = await send(noise(600_000, 2), [mostSliceBytes])
  await one.ask('files.drop', { upload: dropped.upload ?? 0 })
  expect((await one.refused('files.add', { upload: dropped.upload, bytes: noise(3) })).code).toBe('stale')
  const unfit = { ...article('Unfit'), ...(await send(noise(600_000, 3), [mostSliceBytes])) }
  await one.refused('sources.import', { ...unfit, draft: { ...unfit.draft, text: ' ' } })
  expect((await one.refused('sources.import', unfit)).code).toBe('stale')
  await one.ask('sources.import', article('Small'))
  expect(await inFile(uploads)).toEqual([sha256(article('Small').bytes)])

  const { upload } = await send(noise(600_000, 4), [mostSliceBytes])
  expect(await inFile(uploads)).toContain(null)
  expect((await one.refused('files.add', { upload, bytes: noise(3) })).code).toBe('stale')
  expect(await inFile(uploads)).not.toContain(null)
})

test('a slice that is too large is not let in', async () => {
  expect((await one.refused('files.add', { upload: null, bytes: new Uint8Array(mostSliceBytes + 1) })).code).toBe(
    'invalid',
  )
})

test('a damaged piece is found by the check', async () => {
  await one.ask('sources.import', {
    ...article('Damaged'),
    ...(await send(new Uint8Array(900_000), [400_000, 400_000])),
  })
  for (const damage of [
    `update attachmentPiece set bytes = x'1f8b' where number = 1`,
    'delete from attachmentPiece where number = 1',
  ]) {
    await inFile(db => db.run(damage))
    expect((await one.ask('check.run', {})).findings).toEqual([
      expect.objectContaining({ severity: 'corrupt', sentence: expect.stringContaining('The bytes of Damaged.txt') }),
    ])
  }
})

test('a sweep lets arriving files be', async () => {
  await send(noise(600_000, 5), [mostSliceBytes])
  expect(
    await inFile(db => {
      for (const upload of unneededFiles(db)) removeFile(db, upload)
      const left = uploads(db)
      dropUploads(db)
      return [left, uploads(db)]
    }),
  ).toEqual([[null], []])
})

test('the files of one import are one step of undo, and another command ends it', async () => {
  let command: number | null = null
  const keep = async (words: string) => {
    const kept = await one.ask('sources.import', { ...article(words), command })
    command = kept.command
    return kept
  }
  const labels = async () => (await one.ask('history.list', { limit: 10 })).map(({ label }) => label)
  await keep('One')
  expect(await labels()).toEqual(['Source “One” imported'])
  await keep('Two')
  await keep('Two')
  await keep('Three')
  expect(await labels()).toEqual(['3 sources imported'])
  await one.ask('parties.create', { name: 'A party', shortName: 'Party' })
  await keep('Four')
  await keep('Five')
  expect(await labels()).toEqual(['2 sources imported', expect.stringContaining('arty'), '3 sources imported'])
  await one.ask('history.undo', {})
  const titles = async () => (await one.ask('sources.list', {})).map(({ title }) => title).toSorted()
  expect(await titles()).toEqual(['One', 'Three', 'Two'])
  await one.ask('history.redo', {})
  expect(await titles()).toEqual(['Five', 'Four', 'One', 'Three', 'Two'])
  await one.ask('history.undo', {})
  await one.ask('history.undo', {})
  await one.ask('history.undo', {})
  expect(await titles()).toEqual([])
  expect((await one.ask('case.state', {}))?.undo).toBeNull()
})

test('another import, a version with a name, or another person is not joined', async () => {
  const first = await one.ask('sources.import', article('One'))
  expect((await one.ask('sources.import', article('Two'))).command).not.toBe(first.command)
  const second = await one.ask('sources.import', article('Three'))
  await one.ask('history.nameVersion', { tx: second.command ?? 0, name: 'As sent' })
  const third = await one.ask('sources.import', { ...article('Four'), command: second.command })
  expect(third.command).not.toBe(second.command)
  await one.ask('case.update', { analyst: 'B. Analyst' })
  const fourth = await one.ask('sources.import', { ...article('Five'), command: third.command })
  expect(fourth.command).not.toBe(third.command)
})
