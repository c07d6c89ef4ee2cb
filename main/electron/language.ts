import { app } from 'electron'
import type { Settings } from '../../shared/contract/program.ts'
import { keptSettings } from '../settings.ts'

/** Tags of the languages the analyst wants, the most wanted first: the chosen one before those of the system. */
export const wantedLanguages = (chosen = chosenLanguage()): string[] => [
  ...(chosen === 'system' ? [] : [chosen]),
  ...app.getPreferredSystemLanguages(),
]

const chosenLanguage = (): Settings['language'] => keptSettings(app.getPath('userData')).read().language
