import { languageOf, localeOf, speak } from '../shared/language.ts'
import { keptTheme, showTheme } from './shell/kept-theme.ts'

showTheme(keptTheme())

// The window's address says what is spoken. Everything else is loaded after that: many words are said as their module loads.
const tags = new URLSearchParams(location.search).getAll('language')
const language = languageOf(tags)
const locale = localeOf(language, tags)
if (language === 'uk') {
  const { ukrainian } = await import('../shared/translations/ukrainian.ts')
  speak({ language, locale, words: ukrainian })
} else speak({ language, locale, words: {} })
document.documentElement.lang = language
await import('./start.tsx')
