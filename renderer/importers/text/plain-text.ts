import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import type { Reading } from '../draft.ts'
import { structureOf } from './structure.ts'

/** Reads a plain text. Its canonical form is kept to the last character; the blocks only point into it. */
export function readPlainText(characters: string): Reading {
  const text = canonicalText(characters)
  return { text, blocks: structureOf(text), statements: [] }
}
