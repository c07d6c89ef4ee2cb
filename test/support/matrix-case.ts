import { insertCaseInfo } from '../../main/records/case-info.ts'
import { keepAnchor } from '../../main/records/excerpts.ts'
import { beginUpload, sha256 } from '../../main/records/files.ts'
import { firstCriteria } from '../../main/records/first-criteria.ts'
import { now } from '../../main/records/table.ts'
import {
  bareExcerpts,
  claims,
  conflicts,
  criteriaTable,
  parties,
  positions,
  sources,
  terms,
  textVersions,
} from '../../main/records/tables.ts'
import { type CaseFile, type Database, openCase } from '../../main/store/case-file.ts'
import type { Claim, ClaimDraft } from '../../shared/model/claim.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Term } from '../../shared/model/term.ts'
import { makeAnchor } from '../../shared/rules/anchoring.ts'
import { findConflicts } from '../../shared/rules/detect.ts'
import { articleOf, randomFrom } from '../bench/corpus.ts'
import { blankClaim, blankConflict, blankPosition, blankSource, blankTerm, blocksOf, day } from './records.ts'

export type MatrixSize = { terms: number; sources: number; perCell: number }

const names = ['United States', 'Ukraine', 'European Union', 'Russia']
const stages = ['proposed', 'countered', 'agreed in principle', 'text agreed', 'signed'] as const
const importances = ['high', 'medium', 'low'] as const
const termsAtOnce = 50

const dayNumber = (number: number) =>
  day(new Date(Date.UTC(2025, 0, 1) + number * 7 * 86_400_000).toISOString().slice(0, 10))

/** What a source says of a term: mostly what all say at that time, now and then something else, in part of a party. */
const cellOf = (
  term: Term,
  source: Source,
  number: number,
  perCell: number,
  of: { partyIds: readonly string[]; excerpt: string; random: () => number },
): ClaimDraft[] => {
  const { random } = of
  // Every eighth source was read and says nothing.
  const silent = random() < 0.12
  const time = Math.floor(number / 10)
  return Array.from({ length: silent ? 1 : perCell }, (_, at): ClaimDraft => {
    const share = (20 + ((term.sequence + time * 5) % 60) + (random() < 0.03 ? 7 : 0)) as number
    const party = at < 2 ? null : (of.partyIds[at % of.partyIds.length] ?? null)
    return {
      ...blankClaim,
      term: term.id,
      source: source.id,
      party: party as Claim['party'],
      statement: party === null ? 'fact' : 'position',
      polarity: silent ? 'silent' : random() < 0.03 ? 'no-value' : 'asserts',
      raw: silent ? '' : `${share} percent of the revenue`,
      value: silent ? null : { type: 'percent', low: share, high: share },
      basis: silent ? '' : 'of new licence revenue',
      stage: silent ? null : (stages[Math.min(stages.length - 1, time)] ?? null),
      asOf: random() < 0.5 ? source.published : null,
      comment: silent ? '' : 'As the ministry told reporters.',
      evidence: silent || random() < 0.1 ? [] : [{ excerpt: of.excerpt as never, role: 'supports' }],
    }
  })
}

/** The text of a source, and the excerpt in it that its claims quote. */
const addExcerpt = (db: Database, source: Source['id'], number: number): string => {
  const text = `Report ${number}: half of the revenue goes to the fund, the ministry told reporters.`
  const fileSha256 = sha256(text)
  const upload = beginUpload(db)
  db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (?, 0, 'identity', ?)`, [
    upload,
    Buffer.from(text),
  ])
  db.run('update attachmentUpload set sha256 = ? where id = ?', [fileSha256, upload])
  db.run('insert into attachment (sha256, length) values (?, ?)', [fileSha256, text.length])
  const version = textVersions.create(db, {
    source,
    number: 1,
    reason: 'import',
    note: '',
    text,
    blocks: blocksOf(text),
    pages: [],
    encoding: 'utf-8',
    textSha256: fileSha256,
    fileName: `report ${number}.txt`,
    mediaType: 'text/plain',
    fileSha256,
    fileBytes: text.length,
  })
  const excerpt = bareExcerpts.create(db, {
    source,
    colour: 'straw',
    comment: '',
    credibility: null,
    author: '',
    tags: [],
  })
  keepAnchor(db, excerpt.id, version, makeAnchor(text, 10, 55))
  return excerpt.id
}

const fill = (db: Database, wanted: MatrixSize, random: () => number) => {
  const partyIds = names.map((name, sequence) => parties.create(db, { name, shortName: name, sequence }).id)
  const reporting = Array.from({ length: wanted.sources }, (_, number) => {
    const source = sources.create(db, {
      ...blankSource,
      title: articleOf(random, 60).slice(0, 50).trim(),
      // Two sources appear on a day, one of thirty says no day.
      published: number % 30 === 29 ? null : dayNumber(Math.floor(number / 2)),
    })
    return { source, excerpt: addExcerpt(db, source.id, number) }
  })
  const drafts = Array.from({ length: wanted.terms }, (_, number) => ({
    ...blankTerm,
    ref: `T-${String(number + 1).padStart(2, '0')}`,
    category: `Category ${Math.floor((number * 13) / wanted.terms) + 1}`,
    name: articleOf(random, 40).slice(0, 40).trim(),
    valueType: 'percent' as const,
    importance: importances[number % 3] ?? 'low',
    sequence: number,
  }))
  const rows = terms.createAll(db, drafts)
  return { partyIds, reporting, rows }
}

/** A case of a whole matrix at `path`, through the real store; left open. Each cell has claims, each conflict is recorded. */
export const makeMatrixCase = async (path: string, wanted: MatrixSize): Promise<CaseFile> => {
  const random = randomFrom(5)
  const made = await openCase(path, {
    create: db => {
      insertCaseInfo(db, {
        name: 'A whole matrix',
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
  let filled: ReturnType<typeof fill> | null = null
  file.write('Terms and sources', db => {
    filled = fill(db, wanted, random)
  })
  const { partyIds, reporting, rows } = filled as unknown as ReturnType<typeof fill>
  for (let from = 0; from < rows.length; from += termsAtOnce)
    file.write('Claims', db => {
      for (const term of rows.slice(from, from + termsAtOnce)) {
        const kept = claims.createAll(
          db,
          reporting.flatMap(({ source, excerpt }, number) =>
            cellOf(term, source, number, wanted.perCell, { partyIds, excerpt, random }),
          ),
        )
        const found = findConflicts(
          term,
          kept,
          reporting.map(({ source }) => source),
        )
        conflicts.createAll(
          db,
          found.map(({ claims: pair, kind, size, reason }) => ({
            ...blankConflict,
            term: term.id,
            claims: pair,
            kind: kind ?? 'value',
            size,
            reason,
          })),
        )
        positions.create(db, {
          ...blankPosition,
          term: term.id,
          validAt: day('2025-04-01'),
          raw: '50 percent',
          value: { type: 'percent', low: 50, high: 50 },
          rationale: 'What most reports of the spring say.',
          claims: kept.slice(0, 2).map(({ id }) => id),
        })
      }
    })
  return file
}
