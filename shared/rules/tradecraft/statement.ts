import { plainText } from '../rich-text.ts'
import { sentence } from '../sentence.ts'
import type { Known } from './facts.ts'
import { distinct, type Found, found, withBlock } from './finding.ts'
import { countOf } from './phrases.ts'

const counted =
  /(?<![\d.,–-])\b(\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:[\p{L}-]+\s){0,2}?(?:sources|source|documents|articles)\b/iu

/** A source summary statement that the analyst edited, and that counts other sources than there are now. */
export const statements = ({ briefing, facts, cited, excerpts }: Known): Found[] =>
  briefing.blocks.flatMap(block => {
    if (block.kind !== 'sources' || block.statement === null) return []
    const told = counted.exec(plainText(block.statement))
    const used = distinct([...cited].flatMap(id => excerpts.get(id)?.source ?? []))
    const are = block.scope === 'cited' ? used.length : facts.sources.length
    if (told === null || countOf(told[1] ?? '') === are) return []
    return [
      found(
        'source-statement',
        { phrase: told[0], count: String(are) },
        { block: block.id },
        {
          words: sentence('tradecraft.fix.draftStatement'),
          mended: one => withBlock(one, block.id, it => (it.kind === 'sources' ? { ...it, statement: null } : it)),
        },
      ),
    ]
  })
