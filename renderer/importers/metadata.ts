import { isAbout, type PartialDate } from '../../shared/model/partial-date.ts'
import type { Bibliography } from '../../shared/model/source.ts'
import type { SourceDraft } from '../../shared/model/text-version.ts'
import { say } from '../say.ts'
import { setApart } from './apparatus.ts'
import { readDate, type StatedDate } from './dates.ts'
import type { Reading } from './draft.ts'
import { type Head, readHead } from './head.ts'
import { guessLanguage } from './language.ts'

/** The limit of a line in the model. */
const lineLength = 2_000

/** Tells head and apparatus apart and makes the draft: what the file states about itself comes first, then what its head says. */
export function draftOf({ text, blocks, stated }: Reading, mediaType: string, warnings: string[]): SourceDraft {
  const known = stated.title ?? ''
  const head = readHead(text, blocks, known)
  const bibliography = bibliographyOf(head, stated, text)
  return {
    bibliography,
    text,
    blocks: setApart(text, head.blocks),
    mediaType,
    warnings: [...warnings, ...ambiguity(bibliography), ...shortening(known || head.title)],
  }
}

function bibliographyOf(head: Head, stated: Partial<Bibliography>, text: string): Bibliography {
  const date = stated.published || stated.publishedReadings?.length ? {} : publishedOf(head.published)
  return {
    published: null,
    publishedStated: '',
    publishedReadings: [],
    kind: 'news article',
    ...stated,
    ...date,
    // The name a page gives itself often carries the name of the site: the title on the page comes before it.
    title: brief(head.title || stated.title || ''),
    authors: (stated.authors?.length ? stated.authors : head.authors).slice(0, 50).map(brief),
    publisher: brief(stated.publisher || head.publisher),
    accessed: stated.accessed ?? head.accessed,
    url: brief(stated.url || head.url),
    language: stated.language || guessLanguage(text),
  }
}

/** The fields of a date as stated: an ambiguous one stays open, with its readings for the analyst to choose from. */
export const publishedOf = (
  date: StatedDate | null,
): Pick<Bibliography, 'published' | 'publishedStated' | 'publishedReadings'> => ({
  published: date?.readings.length === 1 ? (date.readings[0] ?? null) : null,
  publishedStated: date?.stated ?? '',
  publishedReadings: date && date.readings.length > 1 ? date.readings : [],
})

/** A date out of a meta element or front matter; words that are no date are kept as stated. */
export const publishedFrom = (words: string | undefined): Partial<Bibliography> => {
  const stated = words?.trim() ?? ''
  if (stated === '') return {}
  return { ...publishedOf(readDate(stated)), publishedStated: brief(stated) }
}

/** One line of at most the model's length, without control characters. */
export const brief = (words: string): string =>
  words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, lineLength)

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
