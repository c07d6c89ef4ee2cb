import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { MessageKey } from '../../../../shared/messages.ts'
import { confidence } from '../../../../shared/model/grades.ts'
import { daySpan } from '../../../../shared/model/partial-date.ts'
import { riskStatus } from '../../../../shared/model/risk.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { say } from '../../../say.ts'

/** What rows are put in order by; null where nothing is stated. */
type Key = string | number | null

type Described = {
  label: MessageKey
  /** Width in pixels that a column of it begins with. */
  width: number
  isNumeric?: true
  /** The first press on its head puts the largest first. */
  largestFirst?: true
  key(row: RegisterRow): Key
}

/** The score that a risk is shown with: as it stands, else before any treatment. */
export const scoreOf = ({ current, inherent }: Pick<RegisterRow, 'current' | 'inherent'>) => current ?? inherent

const words = (text: string): Key => (text === '' ? null : text)
const level = (score: RegisterRow['current']): Key => (score === null ? null : levelRank(score.level))
const trends = ['lowered', 'unchanged', 'new', 'raised'] as const

/** Every field of the register that a column can show, in the order in which they are offered. */
export const fields = {
  ref: { label: 'register.ref', width: 72, key: ({ ref }) => Number(ref.replace(/\D/g, '')) },
  title: { label: 'register.title', width: 166, key: ({ title }) => title },
  level: { label: 'register.level', width: 56, largestFirst: true, key: row => level(scoreOf(row)) },
  range: {
    label: 'register.range',
    width: 86,
    largestFirst: true,
    key: row => {
      const score = scoreOf(row)
      return score === null ? null : score.likelihoodHigh * 1000 + score.likelihoodLow
    },
  },
  strength: {
    label: 'register.strength',
    width: 88,
    key: row => {
      const score = scoreOf(row)
      return score === null ? null : confidence.options.indexOf(score.strength)
    },
  },
  trend: { label: 'register.trend', width: 136, largestFirst: true, key: ({ trend }) => trends.indexOf(trend) },
  status: { label: 'register.status', width: 96, key: ({ status }) => riskStatus.options.indexOf(status) },
  category: { label: 'register.category', width: 120, key: ({ category }) => words(category) },
  kind: { label: 'register.kind', width: 100, key: ({ kind }) => kind },
  owner: { label: 'register.owner', width: 120, key: ({ owner }) => words(owner) },
  strategy: { label: 'register.strategy', width: 140, key: ({ strategy }) => strategy },
  proximity: { label: 'register.proximity', width: 120, key: ({ proximity }) => words(proximity) },
  strikesBy: {
    label: 'register.strikesBy',
    width: 112,
    key: ({ strikesBy }) => strikesBy && daySpan(strikesBy).first,
  },
  due: { label: 'register.due', width: 124, key: ({ due }) => due },
  indicators: {
    label: 'register.indicators',
    width: 92,
    isNumeric: true,
    largestFirst: true,
    key: ({ indicators, indicatorsSeen }) => indicatorsSeen * 1000 + indicators,
  },
  actions: {
    label: 'register.actions',
    width: 92,
    isNumeric: true,
    largestFirst: true,
    key: ({ actionsOpen, actionsLate }) => actionsLate * 1000 + actionsOpen,
  },
  evidence: {
    label: 'register.evidence',
    width: 84,
    isNumeric: true,
    largestFirst: true,
    key: ({ evidence }) => evidence,
  },
  conflicts: {
    label: 'register.conflicts',
    width: 84,
    isNumeric: true,
    largestFirst: true,
    key: ({ conflictsOpen }) => conflictsOpen,
  },
  inherent: { label: 'register.inherent', width: 78, largestFirst: true, key: row => level(row.inherent) },
  target: { label: 'register.target', width: 72, largestFirst: true, key: row => level(row.target) },
  appetite: {
    label: 'register.appetite',
    width: 84,
    largestFirst: true,
    key: ({ beyondAppetite }) => Number(beyondAppetite),
  },
  updated: { label: 'register.updated', width: 112, largestFirst: true, key: ({ updated }) => updated },
} as const satisfies Record<string, Described>

export type RiskField = keyof typeof fields

export const fieldNames = Object.keys(fields) as RiskField[]
export const isRiskField = (name: unknown): name is RiskField => typeof name === 'string' && Object.hasOwn(fields, name)
export const field = (name: RiskField): Described => fields[name]
export const fieldLabel = (name: RiskField): string => say(field(name).label)

/** The fields that can be edited in their row. */
const editable = ['title', 'category', 'owner', 'strategy', 'proximity', 'strikesBy'] as const
export type Editable = (typeof editable)[number]
export const isEditable = (name: RiskField): name is Editable => (editable as readonly string[]).includes(name)
