import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ClaimId } from '../shared/model/id.ts'
import { type SampleCase, sampleCase } from '../shared/model/sample-case.ts'
import type { TextVersion } from '../shared/model/text-version.ts'
import { done, type Outcome, refusal } from '../shared/outcome.ts'
import { makeAnchor } from '../shared/rules/anchoring.ts'
import { canonicalText } from '../shared/rules/canonical-text.ts'
import { grouped } from '../shared/rules/groups.ts'
import { standing } from '../shared/rules/positions.ts'
import { plainText } from '../shared/rules/rich-text.ts'
import { type Call, importFileAt, type ReadApart } from './import-file.ts'
import { insertCaseInfo } from './records/case-info.ts'
import { readCriteria, scored } from './records/criteria.ts'
import { decide } from './records/decisions.ts'
import { redetect } from './records/detection.ts'
import { keepAnchor } from './records/excerpts.ts'
import { sha256, wholeFile } from './records/files.ts'
import { keepLinks } from './records/notes.ts'
import { insertOriginal, insertPointer, readOriginals } from './records/originals.ts'
import { addTextVersion } from './records/source-text.ts'
import { now } from './records/table.ts'
import * as tables from './records/tables.ts'
import type { CaseFile, Database } from './store/case-file.ts'

/** The coded sample case, from one file per kind of record. Throws where the data does not fit the model. */
export const readSample = (seedsDirectory: string): SampleCase => {
  const part = (name: string) => JSON.parse(readFileSync(join(seedsDirectory, 'case', `${name}.json`), 'utf8'))
  return sampleCase.parse(Object.fromEntries(Object.keys(sampleCase.shape).map(name => [name, part(name)])))
}

/** Where a quote stands in a text that must hold it once. */
const placeOf = (quote: string, { text, fileName }: TextVersion) => {
  const start = text.indexOf(quote)
  if (start < 0 || text.indexOf(quote, start + 1) >= 0)
    throw new Error(`${fileName} does not hold once: ${quote.slice(0, 80)}`)
  return makeAnchor(text, start, start + quote.length)
}

type Stamps = { created: string; updated: string }

const keepSources = (db: Database, { sources }: SampleCase, seedsDirectory: string, stamps: Stamps) =>
  new Map(
    sources.map(({ file, blocks, original, ...source }) => {
      tables.sources.insert(db, {
        ...source,
        collections: [],
        statements: [],
        accepted: [],
        enclosedIn: null,
        updated: stamps.updated,
      })
      const bytes = readFileSync(join(seedsDirectory, 'digests', file))
      const draft = {
        text: canonicalText(bytes.toString('utf8')),
        blocks,
        pages: [],
        encoding: 'utf-8',
        mediaType: 'text/plain',
      }
      const version = addTextVersion(db, source.id, 'digest', { draft, fileName: file, bytes: wholeFile(bytes) })
      insertOriginal(db, { ...original, source: source.id })
      return [source.id as string, version]
    }),
  )

const keepExcerpts = (db: Database, sample: SampleCase, versions: Map<string, TextVersion>, stamps: Stamps) => {
  for (const { quote, original, ...excerpt } of sample.excerpts) {
    const version = versions.get(excerpt.source)
    if (!version) throw new Error(`Excerpt ${excerpt.id} names no source of the sample`)
    tables.bareExcerpts.insert(db, { ...excerpt, author: sample.case.analyst, ...stamps })
    keepAnchor(db, excerpt.id, version, placeOf(quote, version))
    insertPointer(db, { ...original, excerpt: excerpt.id })
  }
}

/** The conflicts between the claims. Throws where the detector finds none. */
const conflictsOf = (db: Database, claims: readonly ClaimId[]) => {
  const found = tables.conflicts
    .all(db)
    .filter(
      conflict => conflict.claims.length === claims.length && claims.every(claim => conflict.claims.includes(claim)),
    )
  if (found.length === 0) throw new Error(`The detector finds no conflict between ${claims.join(' and ')}`)
  return found
}

/**
 * The detector finds the conflicts; the sample only says how and when its analyst decided them. Those that nobody has
 * looked at are found now, when the sample is opened, and come first in the queue.
 */
const keepDecisions = (db: Database, { decisions, terms }: SampleCase) => {
  redetect(
    db,
    terms.map(term => term.id),
  )
  for (const { claims, at, ...decision } of decisions)
    for (const conflict of conflictsOf(db, claims)) {
      const decided = decide(db, conflict, decision)
      tables.conflicts.update(db, conflict.id, {
        decidedAt: at,
        decisions: decided.decisions.map(one => ({ ...one, at })),
      })
    }
  const [first] = decisions.map(({ at }) => at).sort()
  const looked = 'exists (select 1 from conflictDecision where conflict = conflict.id)'
  if (first) db.run(`update conflict set created = ?, updated = decidedAt where ${looked}`, [first])
}

/** The risks with their whole past, each thing at the instant of its recording. */
const keepRegister = (db: Database, sample: SampleCase) => {
  for (const risk of sample.risks) {
    const happened = [risk.created, ...risk.moves.map(move => move.at), ...risk.indicators.map(one => one.changed)]
    tables.risks.insert(db, { ...risk, otherRef: '', updated: happened.sort().at(-1) ?? risk.created })
  }
  keepDecisions(db, sample)
  for (const assessment of sample.assessments) {
    const conflicts = assessment.conflicts.flatMap(claims => conflictsOf(db, claims).map(({ id }) => id))
    tables.assessments.insert(db, { ...assessment, ...scored(readCriteria(db), assessment), conflicts })
  }
  for (const review of sample.reviews) tables.reviews.insert(db, review)
}

/** A briefing goes on after it was issued; an edition keeps what it told. */
const keepBriefings = (db: Database, { briefings, editions, told }: SampleCase, { updated }: Stamps) => {
  for (const briefing of briefings) tables.briefings.insert(db, { ...briefing, updated })
  const positions = tables.positions.all(db)
  for (const edition of editions) {
    const { created } = edition
    const held = standing(positions.filter(position => position.created <= created))
    const words = told.filter(one => one.edition === edition.id).map(({ edition: _, ...section }) => section)
    tables.editions.insert(db, { ...edition, told: words, positions: held, updated: created })
  }
}

/** Fills a new case with the sample, inside the transaction of the caller. */
export const fillSample = (db: Database, seedsDirectory: string): void => {
  const sample = readSample(seedsDirectory)
  const stamps = { created: now(), updated: now() }
  const keep = <Row>(table: { insert(db: Database, row: Row & Stamps): unknown }, rows: Row[]) => {
    for (const row of rows) table.insert(db, { ...row, ...stamps })
  }
  insertCaseInfo(db, { ...sample.case, created: stamps.created })
  tables.criteriaTable.insert(db, { ...sample.criteria, updated: sample.criteria.created })
  keep(tables.parties, sample.parties)
  keep(tables.lineages, sample.lineages)
  for (const siblings of grouped(sample.tags, tag => tag.parent).values())
    keep(
      tables.tags,
      siblings.map((tag, sequence) => ({ ...tag, sequence })),
    )
  keepExcerpts(db, sample, keepSources(db, sample, seedsDirectory, stamps), stamps)
  keep(tables.terms, sample.terms)
  keep(tables.claims, sample.claims)
  for (const position of sample.positions) tables.positions.insert(db, { ...position, updated: position.created })
  keepRegister(db, sample)
  for (const note of sample.notes) {
    tables.notes.insert(db, { ...note, text: plainText(note.document), ...stamps })
    keepLinks(db, note.id, note.document)
  }
  keepBriefings(db, sample, stamps)
  for (const [sequence, { hypotheses, ...inquiry }] of sample.inquiries.entries()) {
    keep(tables.inquiries, [{ ...inquiry, sequence }])
    keep(
      tables.hypotheses,
      hypotheses.map((hypothesis, place) => ({ ...hypothesis, inquiry: inquiry.id, sequence: place })),
    )
  }
}

/** Files of a directory that the case waits for: the originals of its digests, known by their fingerprints. */
const awaitedFiles = (directory: string, caseFile: CaseFile) => {
  const awaited = new Set(caseFile.read(db => readOriginals(db)).map(original => original.fileSha256))
  return readdirSync(directory)
    .sort()
    .map(fileName => join(directory, fileName))
    .filter(path => statSync(path).isFile() && awaited.has(sha256(readFileSync(path))))
}

/** Imports the originals that lie in a directory; each becomes a further text version of its source, a step of undo of its own. */
export const addOriginals = async (
  directory: string,
  caseFile: CaseFile,
  read: ReadApart,
  call: Call,
): Promise<Outcome<null>> => {
  for (const path of awaitedFiles(directory, caseFile)) {
    const arrived = await importFileAt(call, read, { name: basename(path), from: path })
    if (arrived.outcome === 'failed') return refusal('refused', arrived.message)
  }
  return done(null)
}
