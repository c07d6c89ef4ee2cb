import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import type { SourceKind, Statement } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import { readDate, type StatedDate } from '../document/dates.ts'
import { proposedBibliography, statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { NotImported, type ReferenceDraft, type References } from '../draft.ts'

/** A value of an entry, and the name of the field it stands in. */
export type Stated<Value = string> = { value: Value; mark: string }

/** What an entry says, whatever its format; each with the most trusted value first. */
export type Entry = {
  title: Stated[]
  authors: Stated<string[]>[]
  publisher: Stated[]
  published: Stated<StatedDate | string>[]
  accessed: Stated<StatedDate | string>[]
  url: Stated[]
  language: Stated[]
  kind: Stated<SourceKind>
  abstract: string
}

/** Entries beyond which a list is a database, as `sources.importReferences` has it. */
export const referenceLimit = 20_000

/** Half of a surrogate pair cannot be kept; control characters are no words. */
const clean = (words: string) => words.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC')

const abstractLength = 100_000

/** An entry as a proposal for a bibliography, with its statements; null when it names no document at all. */
export function referenceOf(entry: Entry): ReferenceDraft | null {
  const from = (mark: string) => ({ origin: 'reference', mark }) as const
  const words = (field: 'title' | 'publisher' | 'url' | 'language', stated: Stated[]) =>
    stated.flatMap(({ value, mark }) => statedWords(field, clean(value), from(mark)))
  const dates = (field: 'published' | 'accessed', stated: Stated<StatedDate | string>[]) =>
    stated.flatMap(({ value, mark }) =>
      statedDate(
        field,
        typeof value === 'string' ? clean(value) : { ...value, stated: clean(value.stated) },
        from(mark),
      ),
    )
  const statements: Statement[] = [
    ...words('title', entry.title),
    ...entry.authors.flatMap(({ value, mark }) => statedAuthors(value.map(clean), from(mark))),
    ...words('publisher', entry.publisher),
    ...dates('published', entry.published),
    ...dates('accessed', entry.accessed),
    ...words('url', entry.url),
    ...words('language', entry.language.map(languageTag)),
    ...statedWords('kind', entry.kind.value, from(entry.kind.mark)),
  ]
  const bibliography = proposedBibliography(statements)
  const named = bibliography.title !== '' || bibliography.url !== '' || bibliography.authors.length > 0
  const abstract = clean(entry.abstract).trim().slice(0, abstractLength)
  return named ? { bibliography, statements, abstract: clean(abstract) } : null
}

/**
 * The references of a list, with a warning for what was left out.
 * @throws NotImported when there are none
 */
export function listOf(
  entries: readonly Entry[],
  broken: readonly string[],
  warnings: readonly string[] = [],
): References {
  const read = entries.slice(0, referenceLimit).map(referenceOf)
  const references = read.filter(one => one !== null)
  if (references.length === 0) throw new NotImported('importing.noReferences')
  const unnamed = read.length - references.length
  return {
    references,
    warnings: [
      ...warnings,
      ...(broken.length > 0 ? [say('importing.referencesBroken', { count: broken.length, where: some(broken) })] : []),
      ...(unnamed > 0 ? [say('importing.referencesUnnamed', { count: unnamed })] : []),
      ...(entries.length > referenceLimit
        ? [say('importing.referencesLeft', { count: entries.length, limit: referenceLimit })]
        : []),
    ],
  }
}

const some = (places: readonly string[]) => `${places.slice(0, 10).join(', ')}${places.length > 10 ? ', …' : ''}`

/** A date from its numbers, as far as they are known and there is such a day; null without a year. */
export function dateFrom(stated: string, year: string, month = '', day = '', about = false): StatedDate | null {
  const two = (number: string) => number.padStart(2, '0')
  const parts = [year, ...(month === '' ? [] : [two(month)]), ...(month === '' || day === '' ? [] : [two(day)])]
  for (let length = parts.length; length > 0; length -= 1) {
    const date = partialDate.safeParse(`${parts.slice(0, length).join('-')}${about ? '~' : ''}`).data
    if (date) return { stated, readings: [date] }
  }
  return null
}

/** A date as Extended Date/Time writes it, the first day of a span; in words, as documents do; or as it is stated. */
export function dateIn(words: string): StatedDate | string {
  const iso = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?<about>[~?%])?(?:T[\d:.Z+-]*)?(?:\/.*)?$/.exec(
    words.trim(),
  )?.groups
  const exact = iso ? dateFrom(words, iso.year ?? '', iso.month, iso.day, iso.about !== undefined) : null
  return exact ?? readDate(words) ?? yearAlone(words) ?? words
}

function yearAlone(words: string): { stated: string; readings: PartialDate[] } | null {
  const year = /^(?:c(?:irca|a)?\.?\s*)?(\d{4})$/i.exec(words.trim())
  return year ? dateFrom(words, year[1] ?? '', '', '', /^c/i.test(words.trim())) : null
}

const languages: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  german: 'de',
  ngerman: 'de',
  deutsch: 'de',
  austrian: 'de-AT',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  portuguese: 'pt',
  brazilian: 'pt-BR',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  czech: 'cs',
  dutch: 'nl',
  turkish: 'tr',
  greek: 'el',
  arabic: 'ar',
  hebrew: 'he',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
  hungarian: 'hu',
  romanian: 'ro',
  bulgarian: 'bg',
  serbian: 'sr',
  swedish: 'sv',
  norwegian: 'no',
  danish: 'da',
  finnish: 'fi',
}

/** A language as BCP 47 has it; what names none says nothing. */
const languageTag = ({ value, mark }: Stated): Stated => {
  const words = value.trim()
  const known = languages[words.toLowerCase()]
  if (known) return { value: known, mark }
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(words)) return { value: '', mark }
  return { value: canonicalTag(words.replaceAll('_', '-')), mark }
}

/** `eng` is `en`. */
function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ''
  } catch {
    return ''
  }
}

/** An address for an identifier of a digital object (ISO 26324). */
export const addressOfDoi = (doi: string): string =>
  doi === '' ? '' : `https://doi.org/${doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`
