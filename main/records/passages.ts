import * as z from 'zod'
import type { FoundPassage } from '../../shared/contract/search.ts'
import { type SourceId, type TextVersionId, textVersionId } from '../../shared/model/id.ts'
import { type TextRange, textBlock } from '../../shared/model/text-version.ts'
import { surroundings } from '../../shared/rules/surroundings.ts'
import { blockHolding, type Extent, widened } from '../../shared/rules/widening.ts'
import type { Database } from '../store/case-file.ts'
import { sources } from './tables.ts'

const textBlocks = z.array(textBlock)

/** The newest text of a source, without all else that its version holds. Refused when there is no such source. */
export const newestText = (db: Database, source: SourceId): { id: TextVersionId; text: string; blocks: string } => {
  sources.need(db, source)
  const row = db.get<{ id: string; text: string; blocks: string }>(
    'select id, text, blocks from textVersion where source = ? order by number desc limit 1',
    [source],
  )
  if (!row) throw new Error(`Source ${source} has no text version`)
  return { ...row, id: textVersionId.parse(row.id) }
}

const aroundMost = 90

/** A passage with the places it was found for. */
type Passage = TextRange & { places: TextRange[] }

const joined = (passages: readonly Passage[]): Passage[] => {
  const found: Passage[] = []
  for (const one of passages) {
    const last = found.at(-1)
    if (last && one.start < last.end) {
      last.end = Math.max(last.end, one.end)
      last.places.push(...one.places)
    } else found.push({ ...one, places: [...one.places] })
  }
  return found
}

/** The passages in which `find` finds something, each once: two words of one sentence are one passage. */
export const passagesIn = (
  db: Database,
  source: SourceId,
  find: (text: string) => TextRange[],
  extent: Extent,
): { passages: FoundPassage[]; places: number } => {
  const { id, text, blocks: asJson } = newestText(db, source)
  const places = find(text)
  if (places.length === 0) return { passages: [], places: 0 }
  const blocks = textBlocks.parse(JSON.parse(asJson))
  const { language } = sources.need(db, source)
  const excerpts = new Set(
    db
      .all<{ at: string }>(`select start || ' ' || "end" as at from anchor where textVersion = ? and state <> 'lost'`, [
        id,
      ])
      .map(({ at }) => at),
  )
  const passages = joined(
    places.map(({ start, end }) => ({
      ...widened({ text, language, blocks }, { start, end }, extent),
      places: [{ start, end }],
    })),
  ).map(({ start, end, places }): FoundPassage => {
    return {
      source,
      textVersion: id,
      start,
      end,
      exact: text.slice(start, end),
      ...surroundings(text, blocks, { start, end }, aroundMost),
      marks: places.map(place => ({ start: place.start - start, end: place.end - start })),
      known: excerpts.has(`${start} ${end}`),
      apparatus: blockHolding(blocks, start)?.apparatus ?? false,
    }
  })
  return { passages, places: places.length }
}
