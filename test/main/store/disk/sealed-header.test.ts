import { beforeAll, expect, test } from 'vitest'
import { envelopeFor, newFileId, newSeal, type Seal, sealFrom } from '../../../../main/store/disk/sealed-format.ts'
import { headerAt, headersAgree, writeEnvelope, writeHeaders } from '../../../../main/store/disk/sealed-header.ts'
import { createDisk } from '../../../faults/simulated-disk.ts'
import { cheapKey } from '../../../support/case.ts'

const path = '/case.gloss'

let seal: Seal
let envelope: Seal['envelope']
beforeAll(async () => {
  seal = await newSeal('before', cheapKey)
  envelope = await envelopeFor(seal, 'after', cheapKey)
})

const fresh = () => {
  const disk = createDisk()
  const file = disk.open(path, 'wx+')
  writeHeaders(disk, file, { caseId: seal.caseId, fileId: newFileId(), envelope: seal.envelope })
  disk.sync(file)
  disk.syncDirectoryOf(path)
  disk.close(file)
  return disk
}

/** Which passphrases open a header of the file, the one that counts and the other, given alone. */
const opening = async (image: ReadonlyMap<string, Uint8Array>): Promise<string[]> => {
  const bytes = image.get(path) ?? new Uint8Array()
  const found = new Set<string>()
  for (const blank of [0, 4096]) {
    const one = bytes.slice()
    one.fill(0, blank, blank + 512)
    const header = headerAt(createDisk(new Map([[path, one]])), path)
    for (const words of ['before', 'after'])
      if (header && (await sealFrom(header.caseId, header.envelope, words))) found.add(words)
  }
  return [...found].sort()
}

test('after a change of the passphrase neither header opens with the old one, however often it is changed', async () => {
  const disk = fresh()
  expect(await opening(disk.contents())).toEqual(['before'])
  writeEnvelope(disk, path, envelope)
  expect(await opening(disk.contents())).toEqual(['after'])
  writeEnvelope(disk, path, seal.envelope)
  expect(await opening(disk.contents())).toEqual(['before'])
  expect(headersAgree(disk, path)).toBe(true)
})

test('at every moment of a change one header is whole, and the passphrase is one of the two', async () => {
  const disk = fresh()
  const images: Map<string, Uint8Array>[] = []
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  disk.watch(() => {
    for (let number = 0; number < 20; number++) images.push(disk.afterCut(random))
  })
  writeEnvelope(disk.process(), path, envelope)
  const agreeing = new Set<string>()
  for (const image of images) {
    const header = headerAt(createDisk(image), path)
    if (!header) throw new Error('No header is left')
    const words = (await sealFrom(header.caseId, header.envelope, 'after')) ? 'after' : 'before'
    expect(await sealFrom(header.caseId, header.envelope, words)).not.toBe(null)
    agreeing.add(`${words} ${headersAgree(createDisk(image), path)}`)
    // Whoever opens it finishes the change.
    const mended = createDisk(image)
    writeEnvelope(mended, path, header.envelope)
    expect(await opening(mended.contents())).toEqual([words])
  }
  expect(agreeing).toContain('after false')
})
