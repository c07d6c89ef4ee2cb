import { xmlText } from '../../office/parts.ts'
import type { Place } from '../sheet-looks.ts'
import type { WordPackage } from './package.ts'

/** A drawing in the line, with its words as its alternative. */
export function pictureXml({ element }: Place, _word: WordPackage): string {
  const alternative = String(element.attributes['aria-label'] ?? '')
  return `<w:r><w:t>${xmlText(`[${alternative}]`)}</w:t></w:r>`
}
