import { isAbout, type PartialDate } from '../../../shared/model/partial-date.ts'
import type { Bibliography, Statement } from '../../../shared/model/source.ts'
import type { SourceDraft, TextBlock } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import type { Reading } from '../draft.ts'
import { setApart } from './apparatus.ts'
import { readHead } from './head.ts'
import { guessKind } from './kind.ts'
import { contradicts, guessLanguage } from './language.ts'
import { byTrust, lineLength, proposedBibliography, statedWords } from './statements.ts'

/**
 * Tells head and apparatus apart and makes the draft. A title that is marked in the text comes before the one that is
 * stated outside it: the name a page gives itself often carries the name of the site.
 */
export function draftOf(reading: Reading, mediaType: string): SourceDraft {
  const { text, pages = [], encoding = '', warnings = [] } = reading
  const known = reading.statements.flatMap(({ field, value }) => (field === 'title' ? [value] : []))
  const head = readHead(text, reading.blocks, known)
  const blocks = setApart(text, head.blocks)
  const title = statedWords('title', head.title, { origin: 'text', mark: head.titleMarked ? 'heading' : 'first line' })
  const said = head.titleMarked
    ? [...title, ...reading.statements, ...head.statements]
    : [...reading.statements, ...title, ...head.statements]
  const statements = withGuesses(byTrust(said), text, blocks)
  const bibliography = proposedBibliography(statements)
  return {
    bibliography,
    statements,
    text,
    blocks,
    pages,
    encoding,
    mediaType,
    warnings: [...warnings, ...ambiguity(bibliography), ...shortening(known[0] || head.title)],
  }
}

/** What follows from the words, after all that is stated; before it only where the script itself speaks against it. */
function withGuesses(statements: Statement[], text: string, blocks: TextBlock[]): Statement[] {
  const guess = { origin: 'guess', mark: '' } as const
  const language = statedWords('language', guessLanguage(text), guess)
  const stated = statements.find(({ field }) => field === 'language')
  const kind = statedWords('kind', guessKind(text, blocks, statements), guess)
  return stated && contradicts(text, stated.value)
    ? [...language, ...statements, ...kind]
    : [...statements, ...language, ...kind]
}

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
