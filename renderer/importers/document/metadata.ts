import { isAbout, type PartialDate } from '../../../shared/model/partial-date.ts'
import type { Bibliography, Statement } from '../../../shared/model/source.ts'
import type { SourceDraft } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import type { Reading } from '../draft.ts'
import { setApart } from './apparatus.ts'
import { type Head, readHead } from './head.ts'
import { guessLanguage } from './language.ts'
import { lineLength, proposedBibliography, statedAuthors, statedDate, statedWords } from './statements.ts'

/**
 * Tells head and apparatus apart and makes the draft. What the document states outside its text comes before what its
 * head says, but for the title: the name a page gives itself often carries the name of the site.
 */
export function draftOf(reading: Reading, mediaType: string): SourceDraft {
  const { text, blocks, pages = [], encoding = '', warnings = [] } = reading
  const known = reading.statements.find(({ field }) => field === 'title')?.value ?? ''
  const head = readHead(text, blocks, known)
  const statements = [...titleSaid(head), ...reading.statements, ...saidBy(head), ...guessed(text)]
  const bibliography = proposedBibliography(statements)
  return {
    bibliography,
    statements,
    text,
    blocks: setApart(text, head.blocks),
    pages,
    encoding,
    mediaType,
    warnings: [...warnings, ...ambiguity(bibliography), ...shortening(known || head.title)],
  }
}

const inText = (mark: string) => ({ origin: 'text', mark }) as const

const titleSaid = ({ title }: Head): Statement[] => statedWords('title', title, inText('title'))

const saidBy = ({ authors, published, publisher, accessed, url }: Head): Statement[] => [
  ...statedAuthors(authors, inText('byline')),
  ...statedDate('published', published, inText('byline')),
  ...statedDate('accessed', accessed, inText('byline')),
  ...statedWords('publisher', publisher, inText('byline')),
  ...statedWords('url', url, inText('byline')),
]

const guessed = (text: string): Statement[] =>
  statedWords('language', guessLanguage(text), { origin: 'guess', mark: '' })

const shortening = (title: string) =>
  title.length > lineLength ? [say('importing.titleShortened', { limit: lineLength })] : []

function ambiguity({ publishedStated, publishedReadings }: Bibliography): string[] {
  const [first, second] = publishedReadings
  if (!first || !second) return []
  return [
    say('importing.ambiguousDate', { stated: publishedStated, first: spelledOut(first), second: spelledOut(second) }),
  ]
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

const spelledOut = (date: PartialDate) =>
  `${isAbout(date) ? 'about ' : ''}${long.format(new Date(date.replace('~', '')))}`
