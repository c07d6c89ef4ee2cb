import type { Statement } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { NotImported, type Reading } from '../draft.ts'
import { surePages } from './flow.ts'
import { setLanguage, splitAuthors } from './package.ts'
import { rtfReader } from './rtf-reader.ts'
import { readRtfTokens } from './rtf-tokens.ts'

/** Reads a document of the Rich Text Format (specification 1.9.1). Tracked deletions, comments, hidden words, heads and feet of pages are set apart. */
export function readRtf(bytes: Uint8Array<ArrayBuffer>): Reading {
  const start = String.fromCharCode(...bytes.subarray(0, 64)).replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  if (!start.startsWith('{\\rtf')) throw new NotImported('office.noDocument')
  const reader = rtfReader()
  readRtfTokens(bytes, reader.listener)
  const { text, blocks, pageStarts, met, info, language } = reader.finish()
  return {
    text,
    blocks,
    pages: surePages(pageStarts, text.length, info.pages),
    statements: [...statementsOf(info.words, info.dates), ...setLanguage(language, text, '\\deflang')],
    warnings: [
      ...(met.deletions > 0 ? [say('office.deletions', { count: met.deletions })] : []),
      ...(met.hidden > 0 ? [say('office.hiddenText')] : []),
      ...(met.comments > 0 ? [say('office.comments', { count: met.comments })] : []),
    ],
  }
}

const property = (mark: string) => ({ origin: 'document properties', mark }) as const

const statementsOf = (words: ReadonlyMap<string, string>, dates: ReadonlyMap<string, string>): Statement[] => [
  ...statedWords('title', words.get('title'), property('\\title')),
  ...statedAuthors(splitAuthors(words.get('author') ?? ''), property('\\author')),
  ...statedWords('publisher', words.get('company'), property('\\company')),
  ...statedDate('published', dates.get('creatim'), property('\\creatim')),
  ...statedDate('published', dates.get('revtim'), property('\\revtim')),
]
