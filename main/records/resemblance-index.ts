import { createTextIndex, type TextIndex } from '../../shared/rules/resemblance/text-index.ts'
import type { CaseFile, Database } from '../store/case-file.ts'
import { type SignedText, signedTextOf, signedTexts, signMissing, signText } from './signatures.ts'

/** The last change of the log that an index has seen. */
type Seen = { seq: number; tx: number; table: string; id: string } | null

/** `upTo`: the last text version that was read into it; null when all are. */
type CaseIndex = { index: TextIndex; sourceOf: Map<string, string>; seen: Seen; upTo: string | null }

const indexes = new WeakMap<CaseFile, CaseIndex>()

const columns = 'seq, tx, "table", id'

/** Texts that are read into an index at a time. */
const inOneStep = 300

const begin = (db: Database): CaseIndex => ({
  index: createTextIndex(),
  sourceOf: new Map(),
  seen: lastChange(db),
  upTo: '',
})

const put = ({ index, sourceOf }: CaseIndex, text: SignedText): void => {
  sourceOf.set(text.version, text.id)
  index.put(text)
}

const buildOn = (db: Database, known: CaseIndex): void => {
  const { texts, upTo } = signedTexts(db, known.upTo ?? '', inOneStep)
  for (const text of texts) put(known, text)
  known.upTo = upTo
}

const lastChange = (db: Database): Seen =>
  db.get<NonNullable<Seen>>(`select ${columns} from change order by seq desc limit 1`) ?? null

/** Whether the log still says what it said: it does not after old commands were merged, and numbers are given again. */
const isSameLog = (db: Database, seen: Seen): boolean => {
  if (seen === null) return lastChange(db) === null
  const now = db.get<NonNullable<Seen>>(`select ${columns} from change where seq = ?`, [seen.seq])
  return now?.tx === seen.tx && now.table === seen.table && now.id === seen.id
}

/** Puts the index on the state of the case: the log says which sources and texts came, went or changed, by whatever way. */
const catchUp = (db: Database, known: CaseIndex, isSigning: boolean): void => {
  const changes = db.all<NonNullable<Seen>>(`select ${columns} from change where seq > ? order by seq`, [
    known.seen?.seq ?? 0,
  ])
  const touched = new Set<string>()
  for (const { table, id } of changes) {
    if (table === 'source') touched.add(id)
    const of = sourceOfVersion(db, known, table, id)
    if (of !== null) touched.add(of)
  }
  for (const source of touched) {
    if (isSigning) signText(db, source)
    const text = signedTextOf(db, source)
    if (text) put(known, text)
    else known.index.remove(source)
  }
  known.seen = changes.at(-1) ?? known.seen
}

/** The source of a text version that changed; a version that is gone is known from before. */
const sourceOfVersion = (db: Database, { sourceOf }: CaseIndex, table: string, id: string): string | null => {
  if (table !== 'textVersion') return null
  const row = db.get<{ source: string }>('select source from textVersion where id = ?', [id])
  return row?.source ?? sourceOf.get(id) ?? null
}

/**
 * The index of the texts of a case as they stand, built at the first call. Inside a writing transaction (`isSigning`) texts
 * that are new since the last call get their signature; others without one are left out until {@link prepareInPause}.
 */
export const textIndexOf = (caseFile: CaseFile, db: Database, { isSigning }: { isSigning: boolean }): TextIndex => {
  const known = indexes.get(caseFile)
  const index = known && isSameLog(db, known.seen) ? known : begin(db)
  indexes.set(caseFile, index)
  while (index.upTo !== null) buildOn(db, index)
  catchUp(db, index, isSigning)
  return index.index
}

/** Signatures were made without the log being told: the next call builds the index anew. */
export const forgetTextIndex = (caseFile: CaseFile): void => {
  indexes.delete(caseFile)
}

/** Texts that are signed in one short piece of upkeep. */
const inOnePause = 25

/** The last text version that was looked at for a signature, by case; null when all were. Those that come later sign themselves. */
const lookedAt = new WeakMap<CaseFile, { upTo: string | null }>()

/**
 * One short piece of upkeep: signs some texts that have no signature, as of a case from before there were any, then reads
 * some into the index, so that no import has to wait for it. True when more is left.
 */
export const prepareInPause = (caseFile: CaseFile): boolean => {
  if (caseFile.readOnly || caseFile.isBroken()) return false
  try {
    const { upTo } = lookedAt.get(caseFile) ?? { upTo: '' }
    if (upTo !== null) {
      const { value } = caseFile.write('', db => signMissing(db, upTo, inOnePause))
      lookedAt.set(caseFile, { upTo: value })
      if (value === null) forgetTextIndex(caseFile)
      return true
    }
    return caseFile.read(db => {
      const index = indexes.get(caseFile) ?? begin(db)
      indexes.set(caseFile, index)
      if (index.upTo !== null) buildOn(db, index)
      return index.upTo !== null
    })
  } catch {
    // Upkeep can wait; a disk that failed shows at the next call.
    return false
  }
}
