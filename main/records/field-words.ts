import { isDeepStrictEqual } from 'node:util'
import type { FindingAnswer } from '../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../shared/model/briefing-block.ts'
import type { Judgement } from '../../shared/model/judgement.ts'
import type { MarkingScheme } from '../../shared/model/marking.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import type { TypedValue } from '../../shared/model/typed-value.ts'
import { blankBlock } from '../../shared/rules/briefing/blank-block.ts'
import { documentsOf } from '../../shared/rules/briefing/documents.ts'
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

const spaced = (name: string): string => name.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`)

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

/** What a part says in its own words, or has no words for. */
const untold = new Set(['id', 'kind', 'heading', 'document', 'statement', 'judgements'])

/** The settings of a block that are not those of a new one. */
const settingsOf = (block: BriefingBlock): string[] => {
  const blank: Record<string, unknown> = blankBlock(block.kind, block.id)
  return Object.entries(block).flatMap(([name, value]) =>
    untold.has(name) || isDeepStrictEqual(value, blank[name]) ? [] : [`${spaced(name)}: ${wordsOf(value)}`],
  )
}

/** A judgement with what is marked on it; its passages are counted, as their words would hide its own. */
const judgementWords = ({ id: _, text, excerpts, ...marked }: Judgement): string => {
  const marks = Object.entries(marked).filter(([, value]) => value !== null && value !== '')
  const count = excerpts.length === 0 ? [] : [say('changes.passages', { count: excerpts.length })]
  const words = [...marks.map(([name, value]) => `${spaced(name)}: ${wordsOf(value)}`), ...count]
  return words.length === 0 ? text : `${text} (${words.join('; ')})`
}

/** Heading, settings and words of a block; ids are no words. */
const blockWords = (block: BriefingBlock): string => {
  const judged = 'judgements' in block ? block.judgements.map(judgementWords) : []
  return [block.kind, block.heading, ...settingsOf(block), ...documentsOf(block).map(plainText), ...judged]
    .filter(Boolean)
    .join('\n')
}

const blocksWords = (blocks: unknown): string => (blocks as BriefingBlock[]).map(blockWords).join('\n\n')

const schemeWords = ({ name, levels }: MarkingScheme): string =>
  [name, ...levels.map(level => [level.name, level.handling].filter(Boolean).join(': '))].join('\n')

const typed: Record<string, (value: unknown) => string> = {
  value: value => valueWords({ raw: '', value: value as TypedValue, basis: '', qualifier: 'exactly', condition: '' }),
  document: value => plainText(value as RichText),
  blocks: blocksWords,
  answers: value => (value as FindingAnswer[]).map(({ rule, reason, by }) => `${rule}: ${reason} (${by})`).join('\n'),
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
  if (table === 'caseInfo' && column === 'scheme') return clip(schemeWords(JSON.parse(String(value)) as MarkingScheme))
  if (json.get(table)?.includes(column)) {
    const parsed: unknown = JSON.parse(String(value))
    return clip((typed[column] ?? wordsOf)(parsed))
  }
  return clip(String(value))
}
