import { IntlMessageFormat } from 'intl-messageformat'
import { labelMessages } from '../shared/messages/labels.ts'
import { clipped } from '../shared/rules/sentence.ts'

export type LabelKey = keyof typeof labelMessages

const longestTitle = 60

const parsed = new Map<LabelKey, IntlMessageFormat>()

/**
 * The sentence for a key of the catalogue, with its values filled in. Titles and quotes are cut where they are long: a
 * line of the history, or a refusal, is to be read at a glance.
 */
export const say = (key: LabelKey, values: Record<string, string | number> = {}): string => {
  const format = parsed.get(key) ?? new IntlMessageFormat(labelMessages[key], 'en', undefined, { ignoreTag: true })
  parsed.set(key, format)
  const short = (name: string, value: string | number) =>
    name === 'title' || name === 'quote' ? clipped(String(value), longestTitle) || '–' : value
  return String(
    format.format(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(name, value)]))),
  )
}
