import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'

/**
 * What a sealed file is made of (SECURITY.md says what it holds off and what not).
 *
 * A passphrase gives a key by scrypt (RFC 7914); that key wraps the data key of the case, which is random; an HMAC of the
 * data key over the id of a file gives the key of that file. Everything is encrypted in units by AES-256-GCM (NIST SP
 * 800-38D), each with a random nonce of 96 bits and authenticated with its place: none can be moved, or taken from another
 * file. A file may be written to 2^32 units with its key (SP 800-38D, 8.3), which are 16 TiB.
 */
export const unitSize = 4096
const nonceSize = 12
const tagSize = 16
/** What a unit is longer by than what it holds. */
export const overhead = nonceSize + tagSize
const idSize = 16
const keySize = 32

/** How much work a passphrase costs: 128 MiB of memory and some 0.4 s. */
const usualCost = { n: 2 ** 17, r: 8, p: 1 }
/** A file could ask for all memory there is, or for years: 1 GiB, and sixteen times the usual work. */
const mostMemory = 1024 ** 3
const mostWork = 2 ** 24

export type Cost = { n: number; r: number; p: number }

const memoryOf = ({ n, r, p }: Cost): number => 128 * n * r + 128 * r * p

const isPayable = (cost: Cost): boolean => {
  const { n, r, p } = cost
  const isWellFormed = n > 1 && Number.isInteger(Math.log2(n)) && r > 0 && p > 0
  return isWellFormed && memoryOf(cost) <= mostMemory && n * r * p <= mostWork
}

/** The data key of a case as its files keep it: wrapped under a passphrase. */
export type Envelope = { cost: Cost; salt: Uint8Array; wrapped: Uint8Array }

/** What opens the files of one sealed case. It never leaves the process of the workbench. */
export type Seal = {
  readonly caseId: Uint8Array
  readonly dataKey: Uint8Array
  /** What new files of the case are given; another passphrase gives another. */
  envelope: Envelope
}

export type FileKind = 'case' | 'log'

/** As the analyst's other computers type it: accents in one way (RFC 8265 asks for NFC; NFKC also folds wide letters). */
const bytesOf = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFKC'), 'utf8')

const keyFrom = (passphrase: string, cost: Cost, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { n, r, p } = cost
    scrypt(bytesOf(passphrase), salt, keySize, { N: n, r, p, maxmem: 2 * memoryOf(cost) }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `plain` encrypted: nonce, cipher text, tag. */
const encrypted = (key: Uint8Array, plain: Uint8Array, place: Uint8Array): Uint8Array => {
  const into = new Uint8Array(plain.length + overhead)
  encryptInto(key, plain, place, into, randomBytes(nonceSize))
  return into
}

const encryptInto = (
  key: Uint8Array,
  plain: Uint8Array,
  place: Uint8Array,
  into: Uint8Array,
  nonce: Uint8Array,
): void => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(place)
  into.set(nonce)
  into.set(cipher.update(plain), nonceSize)
  cipher.final()
  into.set(cipher.getAuthTag(), nonceSize + plain.length)
}

/** What a unit holds; null when it is not what was written at this place with this key. */
const decrypted = (key: Uint8Array, unit: Uint8Array, place: Uint8Array): Uint8Array | null => {
  if (unit.length < overhead) return null
  const end = unit.length - tagSize
  const decipher = createDecipheriv('aes-256-gcm', key, unit.subarray(0, nonceSize), { authTagLength: tagSize })
  decipher.setAAD(place)
  decipher.setAuthTag(unit.subarray(end))
  const plain = decipher.update(unit.subarray(nonceSize, end))
  try {
    decipher.final()
    return plain
  } catch {
    return null
  }
}

/** What the wrapped key is bound to, so that no header of another case or another cost passes for this one. */
const wrapPlace = (caseId: Uint8Array, { n, r, p }: Cost): Uint8Array =>
  Buffer.concat([caseId, Buffer.from(`glossator key ${n} ${r} ${p}`)])

/** The data key wrapped under a passphrase. */
export const envelopeFor = async (
  { caseId, dataKey }: Pick<Seal, 'caseId' | 'dataKey'>,
  passphrase: string,
  cost: Cost = usualCost,
): Promise<Envelope> => {
  const salt = randomBytes(32)
  const key = await keyFrom(passphrase, cost, salt)
  const wrapped = encrypted(key, dataKey, wrapPlace(caseId, cost))
  key.fill(0)
  return { cost, salt, wrapped }
}

/** A new data key under a passphrase, for a case that is not sealed yet. */
export const newSeal = async (passphrase: string, cost: Cost = usualCost): Promise<Seal> => {
  const parts = { caseId: randomBytes(idSize), dataKey: randomBytes(keySize) }
  return { ...parts, envelope: await envelopeFor(parts, passphrase, cost) }
}

/** The data key out of its envelope; null when the passphrase is not the one. */
export const sealFrom = async (caseId: Uint8Array, envelope: Envelope, passphrase: string): Promise<Seal | null> => {
  const key = await keyFrom(passphrase, envelope.cost, envelope.salt)
  const dataKey = decrypted(key, envelope.wrapped, wrapPlace(caseId, envelope.cost))
  key.fill(0)
  return dataKey && { caseId, dataKey, envelope }
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

export const newFileId = (): Uint8Array => randomBytes(idSize)

/** Seals and opens the units of one file by their numbers. */
export type Units = {
  seal(plain: Uint8Array, number: number, into: Uint8Array, nonce: Uint8Array): void
  open(unit: Uint8Array, number: number): Uint8Array | null
}

export const unitsOf = ({ caseId, dataKey }: Seal, fileId: Uint8Array, kind: FileKind): Units => {
  // Anybody could read what is written under nothing, and nobody would find it again under the key.
  if (dataKey.every(byte => byte === 0)) throw new Error('The key of the case was forgotten')
  const key = createHmac('sha256', dataKey).update(`glossator ${kind}`).update(caseId).update(fileId).digest()
  const place = new Uint8Array(8)
  const view = new DataView(place.buffer)
  const at = (number: number): Uint8Array => {
    view.setFloat64(0, number)
    return place
  }
  return {
    seal: (plain, number, into, nonce) => encryptInto(key, plain, at(number), into, nonce),
    open: (unit, number) => decrypted(key, unit, at(number)),
  }
}

/** Nonces for `count` units: one call for all of them. */
export const noncesFor = (count: number): Uint8Array[] => {
  const bytes = randomBytes(nonceSize * count)
  return Array.from({ length: count }, (_, unit) => bytes.subarray(unit * nonceSize, (unit + 1) * nonceSize))
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const caseMagic = 'Glossator sealed'
const logMagic = 'Glossator sl log'
const formatVersion = 1

/** One of the two headers of a sealed file: the higher sequence counts. */
export type Header = { sequence: number; caseId: Uint8Array; fileId: Uint8Array; envelope: Envelope }

/** Bytes of a header: one sector, which a disk writes whole or not at all. */
export const slotSize = 512
const summed = 256

export const encodeHeader = ({ sequence, caseId, fileId, envelope }: Header): Uint8Array => {
  const bytes = new Uint8Array(slotSize)
  const view = new DataView(bytes.buffer)
  bytes.set(Buffer.from(caseMagic, 'latin1'))
  view.setUint32(16, formatVersion)
  view.setUint32(20, sequence)
  bytes.set(caseId, 24)
  bytes.set(fileId, 40)
  view.setUint32(56, envelope.cost.n)
  view.setUint32(60, envelope.cost.r)
  view.setUint32(64, envelope.cost.p)
  bytes.set(envelope.salt, 68)
  bytes.set(envelope.wrapped, 100)
  bytes.set(createHash('sha256').update(bytes.subarray(0, summed)).digest(), summed)
  return bytes
}

/** The header in a slot; null when it is none, not whole, or asks for more work than any of ours does. */
export const decodeHeader = (bytes: Uint8Array): Header | null => {
  if (bytes.length < slotSize || text(bytes.subarray(0, 16)) !== caseMagic) return null
  const sum = createHash('sha256').update(bytes.subarray(0, summed)).digest()
  if (!sameBytes(sum, bytes.subarray(summed, summed + sum.length))) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const cost = { n: view.getUint32(56), r: view.getUint32(60), p: view.getUint32(64) }
  if (view.getUint32(16) !== formatVersion || !isPayable(cost)) return null
  return {
    sequence: view.getUint32(20),
    caseId: bytes.slice(24, 40),
    fileId: bytes.slice(40, 56),
    envelope: {
      cost,
      salt: bytes.slice(68, 100),
      wrapped: bytes.slice(100, 100 + keySize + overhead),
    },
  }
}

/** Whether these are the first bytes of a sealed case, whole or not. */
export const beginsSealed = (bytes: Uint8Array): boolean => text(bytes.subarray(0, 16)) === caseMagic

/** What stands before the units of a log. */
export const preambleSize = 64

export const encodePreamble = (caseId: Uint8Array, fileId: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(preambleSize)
  bytes.set(Buffer.from(logMagic, 'latin1'))
  bytes.set(caseId, 24)
  bytes.set(fileId, 40)
  return bytes
}

/** The id of the case that a sealed log belongs to, by its first bytes; null when it is none. */
export const caseIdOfLog = (bytes: Uint8Array): Uint8Array | null =>
  bytes.length >= preambleSize && text(bytes.subarray(0, 16)) === logMagic ? bytes.slice(24, 40) : null

/** The id of a sealed log of this case; null when it is none. */
export const decodePreamble = (bytes: Uint8Array, caseId: Uint8Array): Uint8Array | null => {
  const its = caseIdOfLog(bytes)
  return its && sameBytes(its, caseId) ? bytes.slice(40, 56) : null
}
