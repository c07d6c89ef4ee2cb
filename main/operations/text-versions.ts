import type { Carried } from '../../shared/contract/text-versions.ts'
import type { Anchor } from '../../shared/model/anchor.ts'
import type { Source } from '../../shared/model/source.ts'
import type { SourceDraft, TextVersion } from '../../shared/model/text-version.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { type AnchorPlace, makeAnchor, putOn } from '../../shared/rules/anchoring.ts'
import { candidatesFor } from '../../shared/rules/candidates.ts'
import { corrected, rangeAfter } from '../../shared/rules/correction.ts'
import { isOnlyPictures, pageAt, pageName } from '../../shared/rules/pages.ts'
import type { TextIndex } from '../../shared/rules/resemblance/text-index.ts'
import { surroundings } from '../../shared/rules/surroundings.ts'
import { arrivingBytes, dropSlices } from '../arrivals.ts'
import { type AtDesk, type Logged, logged, type Reading, type Writing } from '../operation.ts'
import { currentText } from '../records/current-text.ts'
import { excerptCards } from '../records/excerpt-cards.ts'
import { keepAnchor, placeOfPassage, readExcerpts, readExcerptsIn } from '../records/excerpts.ts'
import { nameTransaction } from '../records/log.ts'
import { addOriginal, readOriginals } from '../records/originals.ts'
import { textIndexOf } from '../records/resemblance-index.ts'
import { resemblingText } from '../records/resembling.ts'
import {
  type ArrivingFile,
  addTextOfFile,
  addTextVersion,
  faultOf,
  nextNumber,
  refuseUnfit,
} from '../records/source-text.ts'
import { learn, succeed } from '../records/succession.ts'
import { bareExcerpts, claims, sources, textVersions } from '../records/tables.ts'
import { twinByFile } from '../records/twins.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** Compares the text that a source got with those of the other sources, and says where its excerpts stand now. */
const compared = (
  db: Database,
  index: TextIndex,
  id: Source['id'],
  { version, states }: ReturnType<typeof succeed>,
): Carried => {
  const source = sources.need(db, id)
  resemblingText(db, index, source, version)
  const { title } = source
  const sure = states.exact + states.moved
  const unsure = states.changed + states.ambiguous + states.lost
  const message = say('versions.carried', { title, count: sure + unsure, sure, unsure })
  return { version: version.id, states, message }
}

/** Words that are in the case already are no newer copy: of this source they are an earlier text, of another its own. */
const refuseKnown = (db: Database, source: Source, { draft, fileName, bytes }: ArrivingFile): void => {
  const [same] = textVersions.all(db, 'source = ? and fileSha256 = ?', [source.id, bytes.sha256])
  if (same) throw new Refused(say('versions.sameFile', { fileName, number: same.number }))
  if (currentText(db, source.id).text === draft.text)
    throw new Refused(say('versions.sameText', { fileName, title: source.title }))
  const twin = twinByFile(db, bytes.sha256)
  if (twin) throw new Refused(say('versions.otherSource', { fileName, title: twin.title }))
}

/** No excerpt could be followed into pictures. */
const refusePictures = (copy: Pick<TextVersion, 'text' | 'pages' | 'fileName'>, { title }: Source): void => {
  if (isOnlyPictures(copy)) throw new Refused(say('versions.onlyPictures', { fileName: copy.fileName, title }))
}

const keepCopy = (
  db: Database,
  index: TextIndex,
  id: Source['id'],
  file: ArrivingFile & { draft: SourceDraft },
): Logged<Carried> => {
  refuseUnfit(file)
  const source = sources.need(db, id)
  refusePictures({ ...file.draft, fileName: file.fileName }, source)
  refuseKnown(db, source, file)
  const { title } = source
  const [awaited] = readOriginals(db, 'source = ? and fileSha256 = ?', [id, file.bytes.sha256])
  if (awaited)
    return logged(
      say('log.originalAdded', { title }),
      compared(db, index, id, addOriginal(db, source, file.draft, file)),
    )
  const carried = succeed(db, id, () => addTextVersion(db, id, 'newer copy', file))
  learn(db, source, file.draft)
  return logged(say('versions.logCopy', { title }), compared(db, index, id, carried))
}

export const addCopy: AtDesk<'sources.addCopy'> = (desk, { source, draft, fileName, bytes: rest, upload }) => {
  const caseFile = desk.needCase()
  const bytes = arrivingBytes(caseFile, upload, rest)
  try {
    const { value, changed } = caseFile.write('sources.addCopy', db => {
      const index = textIndexOf(caseFile, db, { isSigning: true })
      const { label, value } = keepCopy(db, index, source, { draft, fileName, bytes })
      nameTransaction(db, label)
      return value
    })
    return done(value, changed)
  } finally {
    if (upload !== null) dropSlices(caseFile, upload)
  }
}

/** All its texts come along, so that none is lost; what was enclosed in it is enclosed in the other now. */
export const joinAsCopy: Writing<'sources.joinAsCopy'> = (db, { newer, into }, caseFile) => {
  const [from, source] = [sources.need(db, newer), sources.need(db, into)]
  if (newer === into) throw new Refused(say('versions.itself'))
  refusePictures(currentText(db, newer), source)
  const excerpts = bareExcerpts.count(db, 'source = ?', [newer])
  const itsClaims = claims.count(db, 'source = ?', [newer])
  if (excerpts + itsClaims > 0)
    throw new Refused(say('versions.hasWork', { title: from.title, excerpts, claims: itsClaims }))
  const index = textIndexOf(caseFile, db, { isSigning: true })
  const carried = succeed(db, into, () => {
    const moved = textVersions
      .all(db, 'source = ?', [newer])
      .map(({ id }) =>
        textVersions.update(db, id, { source: into, number: nextNumber(db, into), reason: 'newer copy' }),
      )
    const newest = moved.at(-1)
    if (!newest) throw new Error(`Source ${newer} has no text version`)
    return newest
  })
  learn(db, source, { bibliography: from, statements: from.statements, warnings: from.warnings })
  sources.update(db, into, {
    tags: [...new Set([...source.tags, ...from.tags])],
    collections: [...new Set([...source.collections, ...from.collections])],
  })
  for (const { id } of sources.all(db, 'enclosedIn = ?', [newer]))
    sources.update(db, id, { enclosedIn: id === into ? null : into })
  sources.remove(db, newer)
  return logged(
    say('versions.logJoined', { title: from.title, into: source.title }),
    compared(db, index, into, carried),
  )
}

/** Excerpts go where the changes themselves take them; only those whose words gave way whole are looked for. */
export const correct: Writing<'sources.correct'> = (db, { source: id, version, edits, note }, caseFile) => {
  const source = sources.need(db, id)
  const { title } = source
  const newest = currentText(db, id)
  if (newest.id !== version) throw new Refused(say('versions.staleText', { title }), 'stale')
  const result = corrected(newest, edits)
  if (result === null) throw new Refused(say('versions.badEdits', { title }), 'invalid')
  const { text, blocks, pages } = result.text
  if (text === newest.text) throw new Refused(say('versions.noChange'))
  if (text.trim() === '') throw new Refused(say('versions.allGone', { title }))
  const fault = faultOf(text, blocks, pages)
  if (fault) throw new Error(`A correction left a text that ${fault}`)
  const index = textIndexOf(caseFile, db, { isSigning: true })
  const carried = succeed(
    db,
    id,
    before => addTextOfFile(db, before, 'correction', { text, blocks: [...blocks], pages: [...pages], note }),
    ({ anchor }) => {
      if (anchor.state === 'lost' || anchor.state === 'ambiguous') return undefined
      const range = rangeAfter(result.replacements, anchor)
      return range === null || range.start === range.end ? undefined : putOn(anchor, text, range)
    },
  )
  return logged(say('versions.logCorrected', { title }), compared(db, index, id, carried))
}

const placeThere = (text: string, { start, end, state, ...place }: Anchor): AnchorPlace | undefined => {
  if (state === 'exact' || state === 'moved') return makeAnchor(text, start, end)
  return state === 'changed' ? { ...place, start, end, state } : undefined
}

export const restoreText: Writing<'sources.restoreText'> = (db, { source: id, version: wanted }, caseFile) => {
  const source = sources.need(db, id)
  const earlier = textVersions.need(db, wanted)
  if (earlier.source !== id) throw new Refused(say('refusal.gone', { noun: textVersions.noun }), 'stale')
  if (currentText(db, id).id === wanted) throw new Refused(say('versions.isNewest', { title: source.title }))
  const places = new Map(readExcerptsIn(db, wanted).map(({ id: excerpt, anchor }) => [excerpt, anchor]))
  const index = textIndexOf(caseFile, db, { isSigning: true })
  const carried = succeed(
    db,
    id,
    () => addTextOfFile(db, earlier, 'restored', { ...earlier, note: '' }),
    excerpt => {
      const place = places.get(excerpt.id)
      return place && placeThere(earlier.text, place)
    },
  )
  return logged(
    say('versions.logRestored', { title: source.title, number: earlier.number }),
    compared(db, index, id, carried),
  )
}

export const readText: Reading<'sources.readText'> = (db, { version: id }) => {
  const version = textVersions.need(db, id)
  const where = 'id in (select excerpt from anchor where textVersion = ?)'
  return { version, excerpts: excerptCards(db, readExcerptsIn(db, id), where, [id]) }
}

export const unsettled: Reading<'excerpts.unsettled'> = (db, { source }) => {
  const drifted = `id in (select excerpt from anchor where state in ('changed', 'ambiguous', 'lost'))`
  const where = source === undefined ? drifted : `source = ? and ${drifted}`
  const values = source === undefined ? [] : [source]
  const excerpts = readExcerpts(db, where, values).filter(
    ({ anchor }) => anchor.state !== 'exact' && anchor.state !== 'moved',
  )
  return excerptCards(db, excerpts, where, values)
}

/** Words shown beside a quotation, on each side. */
const besideLength = 160

/** The quotation among its neighbours where it last stood on its own words; the context of the anchor where that text is gone. */
const lastStood = (db: Database, excerpt: string, anchor: Anchor) => {
  const last = db.get<{ id: string; start: number; end: number }>(
    `select v.id, a.start, a."end" from anchor as a join textVersion as v on v.id = a.textVersion
     where a.excerpt = ? and a.state in ('exact', 'moved') and a.exact = ? order by v.number desc limit 1`,
    [excerpt, anchor.exact],
  )
  if (!last) return { number: 0, before: anchor.prefix, after: anchor.suffix }
  const { text, blocks, number } = textVersions.need(db, last.id)
  return { number, ...surroundings(text, blocks, last, besideLength) }
}

const onPage = ({ pages }: TextVersion, start: number): string | null => {
  const page = pageAt(pages, start)
  return page === null ? null : pageName(pages, page)
}

export const whereabouts: Reading<'excerpts.whereabouts'> = (db, { id }) => {
  bareExcerpts.need(db, id)
  const [excerpt] = readExcerpts(db, 'id = ?', [id])
  if (!excerpt) throw new Error(`Excerpt ${id} cannot be read`)
  const version = currentText(db, excerpt.source)
  const candidates = candidatesFor(excerpt.anchor, version.text).map(range => ({
    ...range,
    words: version.text.slice(range.start, range.end),
    page: onPage(version, range.start),
  }))
  return { stood: lastStood(db, id, excerpt.anchor), version: version.id, candidates }
}

export const place: Writing<'excerpts.place'> = (db, { id, version, start, end }) => {
  const { source } = bareExcerpts.need(db, id)
  const found = placeOfPassage(db, { source, textVersion: version, start, end })
  keepAnchor(db, id, found.version, found.place)
  return logged(say('versions.logPlaced', { title: sources.need(db, source).title }), null)
}
