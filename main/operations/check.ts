import type { CheckFinding } from '../../shared/contract/case-wide.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import { done } from '../../shared/outcome.ts'
import { documentsOf } from '../../shared/rules/briefing/documents.ts'
import { citedExcerpts, crossReferences, mentionedRecords } from '../../shared/rules/rich-text.ts'
import { judgementsOf, unsupportedIn } from '../../shared/rules/unsupported.ts'
import { findingsIn } from '../findings.ts'
import type { AtDesk } from '../operation.ts'
import { recordCounts } from '../records/check-records.ts'
import { assessments, briefings, claims, notes, positions, risks, terms } from '../records/tables.ts'
import { say } from '../say.ts'
import type { CaseFile, Database } from '../store/case-file.ts'
import { missingParts } from '../store/integrity.ts'

const idsOf = (db: Database, table: string) =>
  new Set(db.all<{ id: string }>(`select id from "${table}"`).map(row => row.id))

/** Citations and mentions in notes and briefings whose record is no longer in the case, and references to sections that are gone. */
const lostReferences = (db: Database): CheckFinding[] => {
  const excerpts = idsOf(db, 'excerpt')
  const mentionable = {
    source: idsOf(db, 'source'),
    term: idsOf(db, 'term'),
    risk: idsOf(db, 'risk'),
    note: idsOf(db, 'note'),
  }
  const lost = (record: 'note' | 'briefing', id: string, title: string, documents: RichText[], cited: string[]) => {
    const citations = [...documents.flatMap(citedExcerpts), ...cited].filter(excerpt => !excerpts.has(excerpt))
    const mentions = documents.flatMap(mentionedRecords).filter(item => !mentionable[item.record].has(item.id))
    const finding = (sentence: string): CheckFinding => ({ severity: 'warning', record, id, sentence })
    return [
      ...citations.map(() => finding(say('check.lostCitation', { record, title }))),
      ...mentions.map(item => finding(say('check.lostMention', { record, title, what: item.record }))),
    ]
  }
  return [
    ...notes.all(db).flatMap(({ id, title, document }) => lost('note', id, title, [document], [])),
    ...briefings.all(db).flatMap(briefing => {
      const { id, title, blocks } = briefing
      const documents = blocks.flatMap(documentsOf)
      const here = new Set(blocks.map(block => block.id))
      const sections = documents.flatMap(crossReferences).filter(block => !here.has(block))
      return [
        ...lost(
          'briefing',
          id,
          title,
          documents,
          judgementsOf(briefing).flatMap(judgement => judgement.excerpts),
        ),
        ...sections.map(
          (): CheckFinding => ({
            severity: 'warning',
            record: 'briefing',
            id,
            sentence: say('check.lostCrossReference', { title }),
          }),
        ),
      ]
    }),
  ]
}

const unsupported = (db: Database): CheckFinding[] => {
  const refs = new Map(terms.all(db).map(term => [term.id, term.ref]))
  const records = { claims: claims.all(db), positions: positions.all(db) }
  const termOf = new Map([...records.claims, ...records.positions].map(row => [row.id as string, refs.get(row.term)]))
  return unsupportedIn({
    ...records,
    risks: risks.all(db),
    assessments: assessments.all(db),
    briefings: briefings.all(db),
  }).map(({ record, id, sentence }) => {
    const ref = termOf.get(id)
    return { severity: 'unsupported', record, id, sentence: ref ? `${ref}: ${sentence}` : sentence }
  })
}

/** One damaged page stops several parts with one and the same sentence; it is said once. */
const saidOnce = (findings: readonly CheckFinding[]): CheckFinding[] => {
  const said = new Set<string>()
  return findings.filter(({ record, id, sentence }) => {
    const words = JSON.stringify([record, id, sentence])
    return !said.has(words) && said.add(words)
  })
}

export const run: AtDesk<'check.run'> = desk =>
  desk.tasks.run(say('keeping.checking'), async task => {
    const caseFile = desk.needCase()
    const findings = await findingsIn(caseFile, task, [lostReferences, unsupported])
    return done({ findings: saidOnce(findings), counts: countsOf(caseFile) })
  })

/** A table that cannot be read cannot be counted; the findings say so. */
const countsOf = (caseFile: CaseFile): Record<string, number> => {
  try {
    return caseFile.read(recordCounts)
  } catch {
    return {}
  }
}

/** The index is filled step by step; given up on the way, it misses records until the next repair, and the check says so. */
export const repair: AtDesk<'check.repair'> = async desk => {
  const caseFile = desk.needCase()
  const missing = caseFile.read(missingParts).map(({ sentence }) => sentence)
  await desk.tasks.run(say('keeping.repairing'), async task => {
    for (const { done, total } of caseFile.repair()) await task.reached(done, total)
  })
  return done({ repaired: [...missing, say('keeping.searchRebuilt'), say('keeping.logInstalled')] })
}
