import { createCipheriv } from 'node:crypto'
import { insertCaseInfo } from '../../main/records/case-info.ts'
import { keepAnchor } from '../../main/records/excerpts.ts'
import { beginUpload, sha256 } from '../../main/records/files.ts'
import { firstCriteria } from '../../main/records/first-criteria.ts'
import { now } from '../../main/records/table.ts'
import { bareExcerpts, claims, criteriaTable, sources, terms, textVersions } from '../../main/records/tables.ts'
import { type CaseFile, type Database, openCase } from '../../main/store/case-file.ts'
import { mostSliceBytes } from '../../shared/contract/files.ts'
import { makeAnchor } from '../../shared/rules/anchoring.ts'
import { articleOf, randomFrom } from '../bench/corpus.ts'
import { blankClaim, blankSource, blankTerm, blocksOf, day } from './records.ts'

export type LargeCase = {
  sources: number
  /** What the files and all else come to, about; texts alone are some 24 KB for each source. */
  megabytes: number
  /** Called after each transaction. */
  progress?: (done: number) => void
}

const perTransaction = 500
const articleLength = 6_000
/** Bytes that a source with its text, index, log and records comes to without its file: measured. */
const bytesPerSource = 24_000
const publishers = ['The Gazette', 'Morning Post', 'Channel Nine', 'Institute of Affairs', 'The Courier']
const kinds = ['news article', 'analysis', 'official document'] as const

/** Bytes that do not compress, different for each number. */
const noise = (length: number, seed: number) =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16, 'large case'), Buffer.alloc(16, `${seed} `)).update(
    Buffer.alloc(length),
  )

/** A file as an import would have kept it, without the time that trying to compress noise takes. */
const addFile = (db: Database, bytes: Uint8Array): string => {
  const fingerprint = sha256(bytes)
  const upload = beginUpload(db)
  for (let at = 0, number = 0; at < bytes.length; at += mostSliceBytes, number++)
    db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (?, ?, 'identity', ?)`, [
      upload,
      number,
      bytes.subarray(at, at + mostSliceBytes),
    ])
  db.run('update attachmentUpload set sha256 = ? where id = ?', [fingerprint, upload])
  db.run('insert into attachment (sha256, length) values (?, ?)', [fingerprint, bytes.length])
  return fingerprint
}

/** A source with its text and its file; every second has two excerpts, every fourth a claim on one of the terms. */
const addSource = (db: Database, number: number, fileBytes: number, termIds: string[], random: () => number): void => {
  const text = articleOf(random, articleLength).trim()
  const source = sources.create(db, {
    ...blankSource,
    title: articleOf(random, 50).slice(0, 60).trim(),
    publisher: publishers[number % publishers.length] ?? '',
    kind: kinds[number % kinds.length] ?? 'other',
    published: day(`2025-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, '0')}`),
  })
  const bytes = noise(fileBytes, number)
  const version = textVersions.create(db, {
    source: source.id,
    number: 1,
    reason: 'import',
    note: '',
    text,
    blocks: blocksOf(text),
    pages: [],
    encoding: 'utf-8',
    textSha256: sha256(text),
    fileName: `article ${number}.txt`,
    mediaType: 'text/plain',
    fileSha256: addFile(db, bytes),
    fileBytes: bytes.length,
  })
  if (number % 2 === 1) return
  const excerpts = [100, 2_000].map(start => {
    const excerpt = bareExcerpts.create(db, {
      source: source.id,
      colour: 'straw',
      comment: '',
      credibility: null,
      author: '',
      tags: [],
    })
    keepAnchor(db, excerpt.id, version, makeAnchor(text, start, start + 120))
    return excerpt.id
  })
  if (number % 4 !== 0) return
  const share = 10 + (number % 7) * 5
  claims.create(db, {
    ...blankClaim,
    term: termIds[number % termIds.length] as never,
    source: source.id,
    raw: `${share} percent`,
    value: { type: 'percent', low: share, high: share },
    evidence: [{ excerpt: excerpts[0] as never, role: 'supports' }],
  })
}

/** Fills a new case at `path` through the real store and leaves it open. */
export const makeLargeCase = async (path: string, wanted: LargeCase): Promise<CaseFile> => {
  const random = randomFrom(17)
  let termIds: string[] = []
  const made = await openCase(path, {
    create: db => {
      insertCaseInfo(db, {
        name: 'A large case',
        analyst: 'A. Analyst',
        marking: 'TLP:AMBER',
        scheme: null,
        created: now(),
      })
      criteriaTable.create(db, firstCriteria)
    },
  })
  if (!made.ok) throw new Error(made.message)
  const file = made.value
  file.write('Terms', db => {
    termIds = Array.from(
      { length: 40 },
      (_, number) =>
        terms.create(db, {
          ...blankTerm,
          ref: `T-${String(number + 1).padStart(2, '0')}`,
          name: articleOf(random, 20).slice(0, 30).trim(),
          valueType: 'percent',
          sequence: number,
        }).id,
    )
  })
  const fileBytes = Math.max(500, Math.round((wanted.megabytes * 1e6) / wanted.sources - bytesPerSource))
  const step = Math.max(1, Math.min(perTransaction, Math.floor(32e6 / (fileBytes + bytesPerSource))))
  for (let done = 0; done < wanted.sources; done += step) {
    file.write('Import', db => {
      for (let number = done; number < Math.min(wanted.sources, done + step); number++)
        addSource(db, number, fileBytes, termIds, random)
    })
    wanted.progress?.(Math.min(wanted.sources, done + step))
  }
  return file
}
