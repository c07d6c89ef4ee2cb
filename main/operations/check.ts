import type { CheckFinding } from '../../shared/contract/case-wide.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import { citedExcerpts, mentionedRecords } from '../../shared/rules/rich-text.ts'
import { judgementsOf, unsupportedIn } from '../../shared/rules/unsupported.ts'
import type { Reading } from '../operation.ts'
import { recordCounts, unfitRecords } from '../records/check-records.ts'
import { textFindings } from '../records/check-texts.ts'
import { assessments, briefings, claims, notes, positions, risks, terms } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { checkIntegrity } from '../store/integrity.ts'

/** What a person calls the record with this id, where it has a name that can be read. */
const nameOf = (db: Database, id: string): string => {
  const named = db.get<{ name: string }>(
    `select ref || ' ' || name as name from term where id = ?1 union all select ref || ' ' || title from risk where id = ?1
      union all select title from note where id = ?1 union all select title from briefing where id = ?1
      union all select title from source where id = ?1 union all select name from party where id = ?1
      union all select name from tag where id = ?1 union all select raw from claim where id = ?1
      union all select exact from anchor where excerpt = ?1 limit 1`,
    [id],
  )
  return named?.name ?? ''
}

const fileFindings = (db: Database): CheckFinding[] =>
  checkIntegrity(db, { thorough: true }).map(({ kind, table, row, sentence }) => {
    const name = kind === 'link' ? nameOf(db, row) : ''
    return {
      severity: kind === 'pages' || kind === 'link' ? 'corrupt' : 'warning',
      record: table,
      id: row,
      sentence: name === '' ? sentence : `“${name}”: ${sentence}`,
    }
  })

const idsOf = (db: Database, table: string) =>
  new Set(db.all<{ id: string }>(`select id from "${table}"`).map(row => row.id))

/** Citations and mentions in notes and briefings whose record is no longer in the case. */
const lostReferences = (db: Database): CheckFinding[] => {
  const excerpts = idsOf(db, 'excerpt')
  const mentionable = { source: idsOf(db, 'source'), term: idsOf(db, 'term'), risk: idsOf(db, 'risk') }
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
    ...briefings.all(db).flatMap(briefing =>
      lost(
        'briefing',
        briefing.id,
        briefing.title,
        briefing.blocks.flatMap(block => ('document' in block ? [block.document] : [])),
        judgementsOf(briefing).flatMap(judgement => judgement.excerpts),
      ),
    ),
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

/** A part of a damaged file may be unreadable: that is a finding, and the other parts are looked at all the same. */
const attempted = (db: Database, part: (db: Database) => CheckFinding[]): CheckFinding[] => {
  try {
    return part(db)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ severity: 'corrupt', record: '', id: '', sentence: say('check.unreadable', { reason }) }]
  }
}

/** One damaged page stops several parts with one and the same sentence; it is said once. */
const saidOnce = (findings: readonly CheckFinding[]): CheckFinding[] => {
  const said = new Set<string>()
  return findings.filter(({ record, id, sentence }) => {
    const words = JSON.stringify([record, id, sentence])
    return !said.has(words) && said.add(words)
  })
}

export const run: Reading<'check.run'> = db => ({
  findings: saidOnce(
    [fileFindings, unfitRecords, textFindings, lostReferences, unsupported].flatMap(part => attempted(db, part)),
  ),
  counts: recordCounts(db),
})
