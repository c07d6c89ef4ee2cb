/** The languages that the product speaks, each by its tag (BCP 47). English is complete by nature: the catalogue is written in it. */
export const languages = ['en', 'uk'] as const
export type Language = (typeof languages)[number]

/** What each language is called by those who speak it. */
export const ownNames: Record<Language, string> = { en: 'English', uk: 'Українська' }

const known = (tag: string): Language | undefined =>
  languages.find(language => tag.toLowerCase().split(/[-_.]/)[0] === language)

/** The first of the wanted languages that the product speaks; English where it speaks none of them. */
export const languageOf = (tags: readonly string[]): Language => tags.flatMap(tag => known(tag) ?? [])[0] ?? 'en'

/**
 * The locale for dates and numbers: the first of the analyst's locales that is of the language spoken, else the language's
 * own. English without a country writes 11 Mar 2025, as in Britain.
 */
export const localeOf = (language: Language, tags: readonly string[]): string => {
  const own = tags
    .find(tag => known(tag) === language && /[-_]/.test(tag))
    ?.replaceAll('_', '-')
    .split('.')[0]
  if (own === undefined) return fallback[language]
  try {
    return new Intl.DateTimeFormat(own).resolvedOptions().locale.startsWith(language) ? own : fallback[language]
  } catch {
    return fallback[language]
  }
}

const fallback: Record<Language, string> = { en: 'en-GB', uk: 'uk-UA' }

type Spoken = { language: Language; locale: string; words: Readonly<Record<string, string>> }

let spoken: Spoken = { language: 'en', locale: fallback.en, words: {} }

/** Sets the language of this process or page, once, before anything is said: words that were said stay as they are. */
export const speak = (next: Spoken): void => {
  spoken = next
}

export const spokenLanguage = (): Language => spoken.language
export const spokenLocale = (): string => spoken.locale

/** The pattern for a key in the language spoken, or the English one where the translation lacks it. */
export const patternOf = (key: string, english: string): string => spoken.words[key] ?? english
