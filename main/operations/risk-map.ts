import type { AsOf, RiskMap } from '../../shared/contract/risks.ts'
import { done, Refused } from '../../shared/outcome.ts'
import type { RiskFact } from '../../shared/rules/register/as-of.ts'
import { movesBetween } from '../../shared/rules/register/drawing/moves.ts'
import { criteriaAt, daysOf, mapRisks } from '../../shared/rules/register/map.ts'
import type { AtDesk, Reading } from '../operation.ts'
import { readCriteria } from '../records/criteria.ts'
import { registerFacts, touchedSince } from '../records/risk-facts.ts'
import { criteriaTable } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

const mapOf = (db: Database, facts: readonly RiskFact[], asOf: AsOf): RiskMap => {
  const versions = criteriaTable.all(db)
  const criteria = criteriaAt(versions, asOf) ?? readCriteria(db)
  return { criteria, risks: mapRisks(facts, versions, criteria, asOf) }
}

/** The last maps of a register, which is another object once anything of it or of the criteria changed. */
const known = new WeakMap<readonly RiskFact[], Map<string, RiskMap>>()

/** Those of a step of the slider, the stop before it, and now. */
const mostKnown = 3

const mapAt = (db: Database, asOf: AsOf): RiskMap => {
  const { facts } = registerFacts(db)
  const maps = known.get(facts) ?? new Map<string, RiskMap>()
  known.set(facts, maps)
  const key = JSON.stringify(asOf)
  const map = maps.get(key) ?? mapOf(db, facts, asOf)
  maps.delete(key)
  maps.set(key, map)
  for (const oldest of maps.keys()) if (maps.size > mostKnown) maps.delete(oldest)
  return map
}

export const map: Reading<'risks.map'> = (db, { asOf }) => mapAt(db, asOf)

export const mapSince: Reading<'risks.mapSince'> = (db, { since }) => {
  const { at, ...told } = touchedSince(db, since)
  if (told.changed === null) return { at, whole: true, gone: [], ...mapAt(db, null) }
  const facts = told.changed.map(({ fact }) => fact)
  const map = mapOf(db, facts, null)
  // Archived and unscored ones are in the register, but not on the map.
  const there = new Set(map.risks.map(({ id }) => id))
  const left = facts.flatMap(({ id }) => (there.has(id) ? [] : [id]))
  return { at, whole: false, gone: [...told.gone, ...left], ...map }
}

export const days: Reading<'risks.days'> = (db, { clock }) => daysOf(registerFacts(db).facts, clock)

/** Moves that are told one by one: a line under the map names a few. */
const mostMoves = 200

export const moved: Reading<'risks.moved'> = (db, { since, until }) => {
  const moves = movesBetween(mapAt(db, since), mapAt(db, until))
  return { count: moves.length, moves: moves.slice(0, mostMoves) }
}

/** Signature of a PNG file (ISO/IEC 15948, 5.2). */
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What the page hands over is what it says: nothing else is written under the name of a picture. */
const isPicture = (format: 'png' | 'svg', bytes: Uint8Array): boolean =>
  format === 'png'
    ? png.every((byte, at) => bytes[at] === byte)
    : /^<\?xml [^>]*\?>\s*<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 200)))

export const savePicture: AtDesk<'risks.savePicture'> = async (desk, { name, format, bytes }) => {
  desk.needCase()
  if (!isPicture(format, bytes)) throw new Refused(say('heatMap.notDrawn'), 'invalid')
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, format), kind: format })
  if (path !== null) saveAs(path, bytes)
  return done({ path, degraded: [] })
}
