import type { BriefingBlock } from '../../shared/model/briefing-block.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import type { TypedValue } from '../../shared/model/typed-value.ts'
import { plainText } from '../../shared/rules/rich-text.ts'
import { valueWords } from '../../shared/rules/words.ts'
import { say } from '../say.ts'
import type { Names } from './names.ts'
import * as tables from './tables.ts'

/** The columns that hold JSON, by table. */
const json = new Map<string, readonly string[]>(Object.values(tables).map(({ name, json }) => [name, json]))

/** Longer texts are cut: a history is looked through, not read. */
const longest = 4000

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Any JSON value as words: lists with commas, objects part by part. */
const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) {
    const words = value.map(wordsOf)
    return words.join(words.some(word => word.includes(', ')) ? '; ' : ', ')
  }
  if (isObject(value))
    return Object.entries(value)
      .map(([part, item]) => `${part}: ${wordsOf(item)}`)
      .join(', ')
  return value === null || value === undefined ? '' : String(value)
}

const blockWords = (block: BriefingBlock): string => {
  const own = 'document' in block ? plainText(block.document) : ''
  const judged = 'judgements' in block ? block.judgements.map(({ text }) => text).join('\n') : ''
  return [block.kind, block.heading, own, judged].filter(Boolean).join('\n')
}

const typed: Record<string, (value: unknown) => string> = {
  value: value => valueWords({ raw: '', value: value as TypedValue, basis: '', qualifier: 'exactly', condition: '' }),
  document: value => plainText(value as RichText),
  acceptance: value => wordsOf(isObject(value) ? Object.values(value) : value),
  impacts: value =>
    Array.isArray(value)
      ? value.map(item => wordsOf(isObject(item) ? Object.values(item).filter(part => part !== '') : item)).join('; ')
      : wordsOf(value),
}

const clip = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
  return say('changes.clipped', { text: cut, count: text.length - cut.length })
}

/** The tables that columns point at. */
export type Targets = ReadonlyMap<string, string>

/** A value of a row in words: other records by their names, JSON as what it means, long texts cut. Nothing for null. */
export const fieldWords = (names: Names, targets: Targets, table: string, column: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (isObject(value)) return say('changes.length', { count: Number(value.length ?? 0) })
  const target = targets.get(`${table} ${column}`)
  if (target !== undefined) return names.nameOf(target, String(value))
  if (table === 'textVersion' && column === 'text') return say('changes.length', { count: String(value).length })
  if (table === 'briefing' && column === 'blocks')
    return clip((JSON.parse(String(value)) as BriefingBlock[]).map(blockWords).join('\n\n'))
  if (json.get(table)?.includes(column)) {
    const parsed: unknown = JSON.parse(String(value))
    return clip((typed[column] ?? wordsOf)(parsed))
  }
  return clip(String(value))
}
