import { languageOf, localeOf, speak } from '../shared/language.ts'
import { ukrainian } from '../shared/translations/ukrainian.ts'

/**
 * Sets what this process speaks, from GLOSSATOR_LANGUAGE: tags of languages, the most wanted first, with commas between.
 * Imported before anything that says a word as it is loaded.
 */
export const speakAsTold = (tags = process.env.GLOSSATOR_LANGUAGE ?? ''): void => {
  const wanted = tags.split(',').filter(tag => tag !== '')
  const language = languageOf(wanted)
  speak({ language, locale: localeOf(language, wanted), words: language === 'uk' ? ukrainian : {} })
}

speakAsTold()
