import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepAnchor } from '../../../main/records/excerpts.ts'
import { wholeFile } from '../../../main/records/files.ts'
import { addTextVersion } from '../../../main/records/source-text.ts'
import { bareExcerpts, briefings, claims, conflicts, positions, sources, terms } from '../../../main/records/tables.ts'
import { type CaseFile, type Database, openCase } from '../../../main/store/case-file.ts'
import { createWorkbench, type Workbench } from '../../../main/workbench.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { ExcerptId, TermId } from '../../../shared/model/id.ts'
import { makeAnchor } from '../../../shared/rules/anchoring.ts'
import { findConflicts } from '../../../shared/rules/detect.ts'
import { fakeDesktop, seedsDirectory } from '../../support/case.ts'
import {
  blankClaim,
  blankConflict,
  blankPosition,
  blankSource,
  blankTerm,
  blocksOf,
  blockWith,
  day,
  judgementWith,
} from '../../support/records.ts'
import { fillRegister } from '../../support/register-case.ts'
import { articleOf, randomFrom } from '../corpus.ts'

export type BriefingSize = { sources: number; claims: number; risks: number; assessments: number }

const atOnce = 500
const textLength = 1_500
const termCount = 50

const addSource = (db: Database, number: number, random: () => number, isQuoted: boolean): ExcerptId | null => {
  const text = articleOf(random, textLength).trim()
  const source = sources.create(db, {
    ...blankSource,
    title: articleOf(random, 60).slice(0, 50).trim(),
    published:
      number % 30 === 29 ? null : day(`2025-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, '0')}`),
  })
  const draft = { text, blocks: blocksOf(text), pages: [], encoding: 'utf-8', mediaType: 'text/plain' }
  const bytes = wholeFile(new TextEncoder().encode(text))
  const version = addTextVersion(db, source.id, 'import', { draft, fileName: `article ${number}.txt`, bytes })
  if (!isQuoted) return null
  const excerpt = bareExcerpts.create(db, {
    source: source.id,
    colour: 'straw',
    comment: '',
    credibility: null,
    author: '',
    tags: [],
  })
  keepAnchor(db, excerpt.id, version, makeAnchor(text, 100, 220))
  return excerpt.id
}

const paragraph = (words: string, cited: readonly ExcerptId[]) => ({
  type: 'doc' as const,
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: words }, ...cited.map(excerpt => ({ type: 'citation', attrs: { excerpt } }))],
    },
  ],
})

/** Twenty pages, as an analyst would make them of a large case: prose that cites, and live blocks that show one category. */
const briefBlocks = (excerpts: readonly ExcerptId[]): BriefingBlock[] => [
  blockWith('bottom line', { document: paragraph('The fund is likely to be filled slowly.', excerpts.slice(0, 2)) }),
  blockWith('key judgements', {
    judgements: Array.from({ length: 5 }, (_, at) =>
      judgementWith({
        id: `01900000-0000-7000-8000-0000000009${at}0` as never,
        text: `Payment ${at} will likely come late this year.`,
        excerpts: excerpts.slice(at * 4, at * 4 + 4),
      }),
    ),
  }),
  blockWith('prose', { document: paragraph(articleOf(randomFrom(3), 9_000), excerpts.slice(4, 60)) }),
  blockWith('matrix', { categories: ['Category 1'], axis: 'dates' }),
  blockWith('conflicts', { categories: ['Category 1'], differences: false }),
  blockWith('heat map'),
  blockWith('register', { categories: ['legal'], form: 'table', most: 25 }),
  blockWith('scale key'),
  blockWith('sources', { scope: 'cited' }),
  blockWith('endnotes'),
]

const fill = (file: CaseFile, wanted: BriefingSize): void => {
  const random = randomFrom(5)
  const excerpts: ExcerptId[] = []
  const quoted = Math.min(wanted.sources, 500)
  for (let from = 0; from < wanted.sources; from += atOnce)
    file.write('Sources', db => {
      for (let number = from; number < Math.min(wanted.sources, from + atOnce); number++) {
        const excerpt = addSource(db, number, random, number < quoted)
        if (excerpt) excerpts.push(excerpt)
      }
    })
  file.write('Claims', db => {
    const known = sources.all(db)
    const ofExcerpt = new Map(bareExcerpts.all(db).map(({ id, source }) => [id, source]))
    const termIds: TermId[] = []
    for (let number = 0; number < termCount; number++)
      termIds.push(
        terms.create(db, {
          ...blankTerm,
          ref: `T-${number + 70}`,
          category: `Category ${1 + (number % 10)}`,
          name: `Share ${number}`,
          valueType: 'percent',
          sequence: 100 + number,
        }).id,
      )
    const kept = claims.createAll(
      db,
      Array.from({ length: wanted.claims }, (_, number) => {
        const excerpt = excerpts[(number * 7) % excerpts.length] as ExcerptId
        const share = 20 + ((number * 7) % 60)
        return {
          ...blankClaim,
          term: termIds[number % termIds.length] as TermId,
          source: ofExcerpt.get(excerpt) as never,
          raw: `${share} percent of the revenue`,
          value: { type: 'percent' as const, low: share, high: share },
          evidence: [{ excerpt, role: 'supports' as const }],
        }
      }),
    )
    for (const term of terms.all(db, 'sequence >= 100')) {
      const own = kept.filter(claim => claim.term === term.id)
      conflicts.createAll(
        db,
        findConflicts(term, own, known)
          .slice(0, 8)
          .map(({ claims: pair, kind, size, reason }) => ({
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
        claims: own.slice(0, 2).map(({ id }) => id),
      })
    }
    briefings.create(db, {
      title: 'A brief of a large case',
      subtitle: '',
      author: 'A. Analyst',
      audience: 'The desk',
      distribution: [],
      marking: 'TLP:AMBER',
      cutOff: day('2025-12-01'),
      numbered: true,
      contents: true,
      blocks: briefBlocks(excerpts),
      answers: [],
    })
  })
}

/** A large case with one brief, behind a workbench. */
export const largeBriefing = async (
  size: BriefingSize,
): Promise<{ path: string; workbench: Workbench; away(): void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-briefing-'))
  const path = join(folder, 'large.gloss')
  const made = await openCase(path, {
    create: db => fillRegister(db, { risks: size.risks, assessments: size.assessments }),
  })
  if (!made.ok) throw new Error(made.message)
  fill(made.value, size)
  made.value.close()
  const workbench = createWorkbench({
    host: fakeDesktop(),
    dataDirectory: join(folder, 'data'),
    seedsDirectory,
    analyst: 'A. Analyst',
  })
  return { path, workbench, away: () => rmSync(folder, { recursive: true, force: true }) }
}
