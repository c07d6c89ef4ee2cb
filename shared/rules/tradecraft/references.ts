import { sentence } from '../sentence.ts'
import type { Known } from './facts.ts'
import { type Found, found, short, withBlock } from './finding.ts'
import { lineAround } from './passages.ts'
import { withoutNodes } from './prose.ts'

/** Cross-references to blocks that are gone, and mentions of records that are. */
export const references = ({ briefing, prose, terms, risks, sources, notes }: Known): Found[] => {
  const there: Readonly<Record<string, { has(id: never): boolean }>> = {
    block: new Set(briefing.blocks.map(({ id }) => id)),
    term: terms,
    risk: risks,
    source: sources,
    note: notes,
  }
  return briefing.blocks.flatMap(block => {
    const written = prose.get(block.id)
    return (written?.links ?? []).flatMap(({ record, id, node, at }) => {
      if (written === undefined || there[record]?.has(id as never)) return []
      const line = lineAround(written, at)
      const words = short(written.text.slice(line.start, line.end))
      return [
        found(
          'lost-reference',
          { words },
          { block: block.id, range: line.end > line.start ? line : null },
          {
            words: sentence('tradecraft.fix.dropReference'),
            mended: one =>
              withBlock(one, block.id, it =>
                'document' in it ? { ...it, document: withoutNodes(it.document, [node]) } : it,
              ),
          },
          record === 'block' ? '' : 'mention',
        ),
      ]
    })
  })
}
