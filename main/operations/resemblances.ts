import type { ResemblanceRow } from '../../shared/contract/resemblances.ts'
import type { LineageId, SourceId } from '../../shared/model/id.ts'
import type { Resemblance } from '../../shared/model/resemblance.ts'
import type { Source } from '../../shared/model/source.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { comparedStretches } from '../../shared/rules/resemblance/alignment.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { currentText } from '../records/current-text.ts'
import { redetect, termsOf } from '../records/detection.ts'
import { nameTransaction } from '../records/log.ts'
import { forgetTextIndex, textIndexOf } from '../records/resemblance-index.ts'
import { askingFor, findResembling, proposeResemblances, type Resembling } from '../records/resembling.ts'
import { dropStraySignatures, signMissing } from '../records/signatures.ts'
import { lineages, resemblances, sources } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'resemblances.list'> = (db, { source }) => {
  const found =
    source === undefined
      ? resemblances.all(db)
      : resemblances.all(db, 'first = ?1 or second = ?1', [sources.need(db, source).id])
  const titles = new Map(
    db
      .all<{ id: string; title: string }>(
        'select id, title from source where id in (select first from resemblance union select second from resemblance)',
      )
      .map(({ id, title }) => [id, title]),
  )
  const title = (id: string) => titles.get(id) ?? ''
  return found.map((one): ResemblanceRow => ({ ...one, firstTitle: title(one.first), secondTitle: title(one.second) }))
}

export const compare: Reading<'resemblances.compare'> = (db, { first, second }) => {
  const side = (id: SourceId) => {
    const { title } = sources.need(db, id)
    return { id, title, version: currentText(db, id) }
  }
  const [one, other] = [side(first), side(second)]
  const shown = ({ id, title, version }: typeof one) => ({ id, title, text: version.text, blocks: version.blocks })
  return { first: shown(one), second: shown(other), stretches: comparedStretches(one.version, other.version) }
}

/** How the history and the lists call a pair. */
const titlesOf = (db: Database, { first, second }: Pick<Resemblance, 'first' | 'second'>) => ({
  title: sources.need(db, first).title,
  quote: sources.need(db, second).title,
})

/** The one that is named; else the one that either has; else a new one, called after the source that was there first. */
const lineageFor = (db: Database, given: LineageId | null, [first, second]: readonly [Source, Source]): LineageId => {
  if (given !== null) return lineages.need(db, given).id
  if (first.lineage !== null && second.lineage !== null && first.lineage !== second.lineage)
    throw new Refused(say('refusal.twoLineages', { title: first.title, quote: second.title }))
  const known = first.lineage ?? second.lineage
  if (known !== null) return known
  const name = first.title || second.title || say('resemblances.unnamedLineage')
  return lineages.create(db, { name, description: '' }).id
}

/** Claims of both are compared anew: what relays one origin corroborates nothing. */
export const confirm: Writing<'resemblances.confirm'> = (db, { id, lineage: given }) => {
  const pair = resemblances.need(db, id)
  const both = [sources.need(db, pair.first), sources.need(db, pair.second)] as const
  const lineage = lineageFor(db, given, both)
  const moved = both.filter(source => source.lineage !== lineage)
  for (const source of moved) sources.update(db, source.id, { lineage })
  resemblances.update(db, id, { state: 'confirmed' })
  const ids = JSON.stringify(moved.map(source => source.id))
  redetect(db, termsOf(db, 'source in (select value from json_each(?))', [ids]))
  return logged(say('log.resemblanceConfirmed', titlesOf(db, pair)), null)
}

export const dismiss: Writing<'resemblances.dismiss'> = (db, { id }) => {
  const pair = resemblances.update(db, id, { state: 'dismissed' })
  return logged(say('log.resemblanceDismissed', titlesOf(db, pair)), null)
}

export const reopen: Writing<'resemblances.reopen'> = (db, { id }) => {
  const pair = resemblances.update(db, id, { state: 'proposed' })
  return logged(say('log.resemblanceReopened', titlesOf(db, pair)), null)
}

/** Texts between two words to the page: some milliseconds of work. */
const atOnce = 25

/**
 * Signs what has no signature, compares every text with what may resemble it, and records all that was found in one step of
 * undo. Proposals that nothing speaks for any more go; what was decided stays.
 */
export const find: AtDesk<'resemblances.find'> = async desk => {
  const caseFile = desk.needCase()
  return desk.tasks.run(say('resemblances.finding'), async task => {
    const ids = caseFile.read(db => db.all<{ id: SourceId }>('select id from source order by id')).map(({ id }) => id)
    const total = 2 * ids.length
    caseFile.write('resemblances.find', dropStraySignatures)
    let signed = 0
    for (let upTo: string | null = ''; upTo !== null; signed += atOnce) {
      const after: string = upTo
      upTo = caseFile.write<string | null>('resemblances.find', db => signMissing(db, after, atOnce)).value
      await task.reached(Math.min(signed, ids.length), total)
    }
    forgetTextIndex(caseFile)
    const found = new Map<SourceId, Resembling[]>()
    for (let at = 0; at < ids.length; at += atOnce) {
      caseFile.read(db => {
        const index = textIndexOf(caseFile, db, { isSigning: false })
        for (const id of ids.slice(at, at + atOnce)) {
          const source = sources.find(db, id)
          const resembling = source ? findResembling(db, index, askingFor(source, currentText(db, id))) : []
          if (resembling.length > 0) found.set(id, resembling)
        }
      })
      await task.reached(ids.length + at, total)
    }
    const { value, changed } = caseFile.write('resemblances.find', db => {
      const added = recordFound(db, found)
      nameTransaction(db, say('log.resemblancesFound', { count: added }))
      return added
    })
    return done({ found: value }, changed)
  })
}

const recordFound = (db: Database, found: ReadonlyMap<SourceId, readonly Resembling[]>): number => {
  const standing = new Set(
    [...found].flatMap(([id, all]) => all.flatMap(({ source }) => [`${id} ${source}`, `${source} ${id}`])),
  )
  for (const { id, first, second } of resemblances.all(db, `state = 'proposed'`))
    if (!standing.has(`${first} ${second}`)) resemblances.remove(db, id)
  let added = 0
  for (const [id, resembling] of found) if (sources.find(db, id)) added += proposeResemblances(db, id, resembling)
  return added
}
