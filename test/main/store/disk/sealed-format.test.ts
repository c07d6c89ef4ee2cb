import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  decodeHeader,
  encodeHeader,
  envelopeFor,
  newFileId,
  newSeal,
  sealFrom,
  unitsOf,
} from '../../../../main/store/disk/sealed-format.ts'
import { cheapKey } from '../../../support/case.ts'

test('a passphrase costs what it should unless somebody says otherwise: 128 MiB of memory', async () => {
  const { envelope } = await newSeal('a passphrase')
  expect(envelope.cost).toEqual({ n: 2 ** 17, r: 8, p: 1 })
})

test('a header says all of itself, with any one byte changed it is none', async () => {
  const seal = await newSeal('a passphrase', cheapKey)
  const header = { sequence: 3, caseId: seal.caseId, fileId: newFileId(), envelope: seal.envelope }
  const bytes = encodeHeader(header)
  const found = decodeHeader(bytes)
  expect(found).toMatchObject({ sequence: 3, envelope: { cost: cheapKey } })
  expect(found && Buffer.from(encodeHeader(found)).equals(bytes)).toBe(true)
  for (let at = 0; at < 288; at++) {
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(decodeHeader(changed), String(at)).toBe(null)
  }
})

/** As somebody writes it who knows the format: the sum is right. */
const forged = async (cost: { n: number; r: number; p: number }): Promise<Uint8Array> => {
  const { caseId, envelope } = await newSeal('a passphrase', cheapKey)
  const bytes = encodeHeader({ sequence: 1, caseId, fileId: newFileId(), envelope: { ...envelope, cost } })
  expect(createHash('sha256').update(bytes.subarray(0, 256)).digest()).toEqual(Buffer.from(bytes.subarray(256, 288)))
  return bytes
}

test('a header that asks for memory or time without measure is none', async () => {
  for (const cost of [
    { n: 2 ** 31, r: 8, p: 1 },
    { n: 2 ** 17, r: 2 ** 31, p: 1 },
    { n: 2 ** 19, r: 1, p: 2 ** 22 },
    { n: 2 ** 20, r: 8, p: 8 },
    { n: 0, r: 8, p: 1 },
    { n: 1, r: 8, p: 1 },
    { n: 3, r: 8, p: 1 },
    { n: 16, r: 0, p: 1 },
    { n: 16, r: 1, p: 0 },
  ])
    expect(decodeHeader(await forged(cost)), JSON.stringify(cost)).toBe(null)
  expect(decodeHeader(await forged({ n: 2 ** 18, r: 8, p: 1 }))).not.toBe(null)
})

test('a header does not open with the cost, or for the case, of another', async () => {
  const [one, other] = [await newSeal('a passphrase', cheapKey), await newSeal('a passphrase', cheapKey)]
  const dearer = { ...one.envelope, cost: { ...cheapKey, n: 32 } }
  expect(await sealFrom(one.caseId, one.envelope, 'a passphrase')).not.toBe(null)
  expect(await sealFrom(one.caseId, dearer, 'a passphrase')).toBe(null)
  expect(await sealFrom(other.caseId, one.envelope, 'a passphrase')).toBe(null)
})

test('nothing is written or read under a key that was overwritten', async () => {
  const seal = await newSeal('a passphrase', cheapKey)
  seal.dataKey.fill(0)
  expect(() => unitsOf(seal, newFileId(), 'log')).toThrow('forgotten')
})

test('no two units of one content are alike, and no two envelopes of one passphrase', async () => {
  const seal = await newSeal('a passphrase', cheapKey)
  const again = await envelopeFor(seal, 'a passphrase', cheapKey)
  expect(Buffer.from(again.salt).equals(Buffer.from(seal.envelope.salt))).toBe(false)
  expect(Buffer.from(again.wrapped).equals(Buffer.from(seal.envelope.wrapped))).toBe(false)
})
