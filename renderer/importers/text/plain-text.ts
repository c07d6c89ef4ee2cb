import type { TextPage } from '../../../shared/model/text-version.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import type { Reading } from '../draft.ts'
import { structureOf } from './structure.ts'

/** Reads a plain text. Its canonical form is kept to the last character; the blocks and pages only point into it. */
export function readPlainText(characters: string): Reading {
  const text = canonicalText(characters)
  return { text, blocks: structureOf(text), pages: pagesOf(text), statements: [] }
}

/** A form feed ends a page, as printers take it; one at the very end begins none. */
function pagesOf(text: string): TextPage[] {
  const feeds = [...text.trimEnd().matchAll(/\f/g)]
  if (feeds.length === 0) return []
  return [0, ...feeds.map(({ index }) => index + 1)].map(start => ({ start, label: '', imageOnly: false }))
}
