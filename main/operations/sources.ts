import type { ImportResult } from '../../shared/contract/sources.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SourceId } from '../../shared/model/id.ts'
import { type BibliographicField, bibliographicField } from '../../shared/model/source.ts'
import type { SourceDraft } from '../../shared/model/text-version.ts'
import { done } from '../../shared/outcome.ts'
import { isOnlyPictures } from '../../shared/rules/pages.ts'
import { arrivingBytes, dropSlices, filesInCommand, keptInCommand } from '../arrivals.ts'
import { type AtDesk, type Logged, logged, type Reading, type Writing } from '../operation.ts'
import { acceptedWith } from '../records/accepted.ts'
import { allOf } from '../records/conditions.ts'
import { currentText, wordCount } from '../records/current-text.ts'
import { redetect, termsOf } from '../records/detection.ts'
import { nameTransaction, runningTransaction } from '../records/log.ts'
import { addOriginal, readOriginals } from '../records/originals.ts'
import { textIndexOf } from '../records/resemblance-index.ts'
import { asResembles, resemblingText } from '../records/resembling.ts'
import { sourceRows, sourceRowsSince } from '../records/source-rows.ts'
import { type ArrivingFile, addTextVersion, refuseUnfit } from '../records/source-text.ts'
import { sources, terms, textVersions } from '../records/tables.ts'
import { twinByFile, twinByText } from '../records/twins.ts'
import { say } from '../say.ts'
import type { CaseFile, Database } from '../store/case-file.ts'

export const list: Reading<'sources.list'> = db => sourceRows(db)

export const changes: Reading<'sources.changes'> = (db, { since }) => sourceRowsSince(db, since)

export const counts: Reading<'sources.counts'> = (db, { ids }) => {
  const { where, values } = allOf([['source in (select value from json_each(?))', ids && JSON.stringify(ids)]])
  return {
    terms: terms.count(db),
    sources: db.all<OutputOf<'sources.counts'>['sources'][number]>(
      `select source as id, sum(excerpts) as excerpts, sum(claims) as claims, sum("read") as "read" from (
         select source, count(*) as excerpts, 0 as claims, 0 as "read" from excerpt where ${where} group by source
         union all select source, 0, count(*), count(distinct term) from claim where ${where} group by source
       ) group by source`,
      values,
    ),
  }
}

/** Long fields as one text each: lists line by line. */
export const fieldWords: Reading<'sources.fieldWords'> = (db, { field }) =>
  field === 'warnings'
    ? db.all(
        `select id, (select group_concat(value, char(10)) from json_each(warnings)) as words from source
         where warnings <> '[]'`,
      )
    : db.all(`select id, "${field}" as words from source where "${field}" <> ''`)

export const unread: Reading<'sources.unread'> = (db, { id }) =>
  terms
    .all(db, 'id not in (select term from claim where source = ?)', [id])
    .map(({ id, ref, name, category }) => ({ id, ref, name, category }))

export const words: Reading<'sources.words'> = (db, { ids }) => ids.map(id => ({ id, words: wordCount(db, id) }))

/** The original that a digest stands for, named as long as its words are not in the case. */
const awaitedOriginal = (db: Database, id: SourceId, versions: readonly { reason: string }[]) =>
  (!versions.some(version => version.reason === 'original') && readOriginals(db, 'source = ?', [id])[0]) || null

export const read: Reading<'sources.read'> = (db, { id }) => {
  const source = sources.need(db, id)
  const versions = db.all<ReturnType<typeof read>['versions'][number]>(
    'select id, number, reason, fileName, created from textVersion where source = ? order by number',
    [id],
  )
  return { source, version: currentText(db, id), versions, original: awaitedOriginal(db, id, versions) }
}

type Described = OutputOf<'sources.describe'>

export const describe: Reading<'sources.describe'> = (db, { id }) => {
  const source = sources.need(db, id)
  const versions = db.all<Described['versions'][number]>(
    `select id, number, reason, note, fileName, mediaType, fileBytes, encoding, json_array_length(pages) as pages,
       (select count(*) from json_each(pages) where value ->> 'imageOnly') as imageOnlyPages, created
     from textVersion where source = ? order by number`,
    [id],
  )
  const titles = 'select id, title from source where'
  return {
    source,
    versions,
    original: awaitedOriginal(db, id, versions),
    enclosing: db.get<Described['enclosed'][number]>(`${titles} id = ?`, [source.enclosedIn]) ?? null,
    enclosed: db.all<Described['enclosed'][number]>(`${titles} enclosedIn = ? order by id`, [id]),
  }
}

type Kept = Omit<ImportResult, 'command'>

/**
 * Keeps what an importer made of a file. Importers read untrusted files, so their text is checked here before anything
 * is kept. A file or a text that is there already changes nothing; a file that is the original of a digest becomes a
 * further text version of that source.
 */
const keepSource = (
  db: Database,
  caseFile: CaseFile,
  file: ArrivingFile & { draft: SourceDraft; enclosedIn: SourceId | null },
): Logged<Kept> => {
  refuseUnfit(file)
  const { draft, fileName } = file
  const fingerprint = file.bytes.sha256
  const sameFile = twinByFile(db, fingerprint)
  const twin = sameFile ?? twinByText(db, draft.text)
  if (twin) {
    const message = say(sameFile ? 'import.sameFile' : 'import.sameText', { fileName, title: twin.title })
    return logged(say('log.nothingImported', { fileName }), {
      outcome: 'duplicate',
      source: twin.id,
      message,
      resembles: [],
    })
  }
  const index = textIndexOf(caseFile, db, { isSigning: true })
  // No excerpt of a digest finds its place in pictures.
  const [awaited] = isOnlyPictures(draft) ? [] : readOriginals(db, 'fileSha256 = ?', [fingerprint])
  if (awaited) {
    const source = sources.need(db, awaited.source)
    const { version, states } = addOriginal(db, source, draft, file)
    const resembling = resemblingText(db, index, sources.need(db, source.id), version)
    const message = say('import.original', { fileName, title: source.title, count: states.exact })
    return logged(say('log.originalAdded', { title: source.title }), {
      outcome: 'version',
      source: source.id,
      message,
      resembles: asResembles(resembling),
    })
  }
  const source = sources.create(db, {
    ...draft.bibliography,
    reliability: 'F',
    reliabilityReason: '',
    lineage: null,
    warnings: draft.warnings,
    comment: '',
    tags: [],
    collections: [],
    statements: draft.statements,
    accepted: [],
    enclosedIn: file.enclosedIn,
  })
  const version = addTextVersion(db, source.id, 'import', file)
  const resembling = resemblingText(db, index, source, version)
  const message = say('import.done', { fileName, title: source.title || fileName })
  return logged(say('log.sourceImported', { title: source.title || fileName }), {
    outcome: 'imported',
    source: source.id,
    message,
    resembles: asResembles(resembling),
  })
}

/** One file of an import. Its files are one command of the history as long as nothing else is done meanwhile. */
export const importFile: AtDesk<'sources.import'> = (
  desk,
  { draft, fileName, bytes: rest, upload, command, enclosedIn },
) => {
  const caseFile = desk.needCase()
  const bytes = arrivingBytes(caseFile, upload, rest)
  const before = filesInCommand(caseFile, command)
  try {
    const { value, changed, tx } = caseFile.write(
      'sources.import',
      db => {
        const { label, value } = keepSource(db, caseFile, { draft, fileName, bytes, enclosedIn })
        const isJoined = runningTransaction(db) === command
        nameTransaction(db, isJoined ? say('log.sourcesImported', { count: before + 1 }) : label)
        return value
      },
      before > 0 ? command : null,
    )
    if (tx !== null) keptInCommand(caseFile, tx)
    return done({ ...value, command: tx ?? command }, changed)
  } finally {
    if (upload !== null) dropSlices(caseFile, upload)
  }
}

const changedLine = (titles: string[]) =>
  titles.length === 1
    ? say('log.sourceChanged', { title: titles[0] ?? '' })
    : say('log.sourcesChanged', { count: titles.length })

const isBibliographic = (field: string): field is BibliographicField =>
  bibliographicField.options.some(one => one === field)

export const update: Writing<'sources.update'> = (db, { ids, patch }) => {
  const set = Object.keys(patch).filter(isBibliographic)
  const changed = ids.map(id => {
    const accepted = set.length === 0 ? undefined : acceptedWith(sources.need(db, id), set)
    return sources.update(db, id, { accepted, ...patch })
  })
  // A claim without a date speaks of the day its source was published, and relays what its source relays.
  if (patch.published !== undefined || patch.lineage !== undefined)
    redetect(db, termsOf(db, 'source in (select value from json_each(?))', [JSON.stringify(ids)]))
  return logged(changedLine(changed.map(source => source.title)), null)
}

const goingWith = (db: Database, id: string) => {
  const counts = db.get<OutputOf<'sources.removal'>>(
    `with goneExcerpt as (select id from excerpt where source = ?1), goneClaim as (select id from claim where source = ?1)
     select (select count(*) from excerpt where source = ?1) as excerpts,
            (select count(*) from claim where source = ?1) as claims,
            (select count(distinct note) from noteCitation
             where excerpt in (select id from excerpt where source = ?1)) as notes,
            (select count(*) from (
               select risk from riskEvidence where excerpt in goneExcerpt
               union select risk from riskClaim where claim in goneClaim
               union select i.risk from indicatorEvidence as e join indicator as i on i.id = e.indicator where e.excerpt in goneExcerpt
               union select a.risk from assessmentExcerpt as e join assessment as a on a.id = e.assessment where e.excerpt in goneExcerpt
               union select a.risk from assessmentClaim as c join assessment as a on a.id = c.assessment where c.claim in goneClaim
             )) as risks`,
    [id],
  )
  return counts ?? { excerpts: 0, claims: 0, notes: 0, risks: 0 }
}

export const removal: Reading<'sources.removal'> = (db, { id }) => {
  sources.need(db, id)
  return goingWith(db, id)
}

/** Its texts, excerpts and claims go with it, and its files unless another source has them too; notes stay. */
export const remove: Writing<'sources.remove'> = (db, { id }) => {
  const { title } = sources.need(db, id)
  const touched = termsOf(db, 'source = ?', [id])
  const files = db.all<{ sha256: string }>('select fileSha256 as sha256 from textVersion where source = ?', [id])
  sources.remove(db, id)
  for (const { sha256 } of files)
    if (textVersions.count(db, 'fileSha256 = ?', [sha256]) === 0)
      db.run('delete from attachment where sha256 = ?', [sha256])
  redetect(db, touched)
  return logged(say('log.sourceRemoved', { title }), null)
}
