import type { RegisterDifference, RegisterMapping } from '../../../contract/register-exchange.ts'
import type { PartialDate } from '../../../model/partial-date.ts'
import type { Risk } from '../../../model/risk.ts'
import type { Sheet } from '../../../model/sheet.ts'
import { isFrozen, movesFrom } from '../../register/life.ts'
import { sameName } from '../../same-name.ts'
import { levelOf, newestAssessment } from '../../scoring.ts'
import { sentence } from '../../sentence.ts'
import { columnLetters, filledCells, shownWords } from '../cells.ts'
import { leftOutColumns } from '../left-out.ts'
import { readColumns, rowReader, type StatedRisk, type StatedScore } from './register-row.ts'
import type { KnownRegister, Moving, RegisterStep, RegisterSteps, RiskFields, RiskLink } from './steps.ts'

const blank: RiskFields = {
  otherRef: '',
  title: '',
  cause: '',
  event: '',
  consequence: '',
  category: '',
  kind: 'threat',
  owner: '',
  strategy: null,
  proximity: '',
  velocity: '',
  strikesBy: null,
  reviewDays: null,
  nextReview: null,
  contingency: '',
  fallback: '',
  origins: [],
  terms: [],
  claims: [],
  evidence: [],
  actions: [],
  indicators: [],
}

const fieldNames: Readonly<Record<string, string>> = {
  otherRef: 'ref elsewhere',
  strikesBy: 'strikes by',
  nextReview: 'next review',
  reviewDays: 'review days',
}

const isRef = (words: string): boolean => /^R-\d{2,}$/.test(words)

/** Finds risks by what they are called elsewhere, by ref, and by title; each list is gone through once. */
const finder = (risks: readonly Risk[]) => {
  const by = (key: (risk: Risk) => string) => {
    const index = new Map<string, Risk>()
    for (const risk of risks) if (key(risk) !== '' && !index.has(key(risk))) index.set(key(risk), risk)
    return index
  }
  const folded = (words: string) => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  const [others, refs, titles] = [by(risk => risk.otherRef), by(risk => risk.ref), by(risk => folded(risk.title))]
  return {
    byRef: (ref: string) => others.get(ref) ?? refs.get(ref),
    /** A risk that another register calls otherwise is another one, whatever its title. */
    byTitle: (title: string, ref: string) => {
      const found = titles.get(folded(title))
      return found && (ref === '' || found.otherRef === '' || found.otherRef === ref) ? found : undefined
    },
    hasRef: (ref: string) => refs.has(ref),
  }
}

const scoreWords = (known: KnownRegister, { word, low, high, impact }: StatedScore) => {
  const level = levelOf(known.scales, low, high, [{ level: impact }])
  return `${word} (${low}–${high} %), ${known.scales.impacts[impact]?.word ?? ''}: ${level}`
}

type Place = {
  at: number
  base: Omit<RegisterDifference, 'what' | 'kind'>
  link: RiskLink
  file: string
  dimension: string
  today: PartialDate
}

/**
 * What reading a sheet as a register comes to: risks are recognised by ref, by their ref elsewhere, or by title, and never
 * removed. An empty cell says nothing. A scoring that differs from the newest one is a new scoring.
 */
export const registerSteps = (
  { rows }: Pick<Sheet, 'rows'>,
  mapping: RegisterMapping,
  known: KnownRegister,
  file: string,
): RegisterSteps => {
  const steps: RegisterStep[] = []
  const read = rowReader(rows, mapping, known.scales)
  const find = finder(known.risks)
  const taken = new Map<string, number>()
  const given = new Set<string>()
  const heads = (rows[mapping.head] ?? []).length
  const { dimensions } = known.scales
  const dimension = dimensions.find(one => one === mapping.dimension) ?? dimensions[0] ?? ''
  for (const [at, row] of rows.entries()) {
    if (at <= mapping.head || filledCells(row) === 0) continue
    const stated = read(row)
    const { ref } = stated
    const title = stated.fields.title ?? stated.madeTitle
    const base = {
      key: `risk ${at}`,
      place: String(at + 1),
      title: [ref, title].filter(Boolean).join(' ').slice(0, 2_000),
      column: '',
      before: '',
      after: '',
      notes: stated.faults,
    }
    const unreadable = (note: string) =>
      void steps.push({ difference: { ...base, what: 'risk', kind: 'unreadable', notes: [note] }, act: null })
    if (row.length > heads) {
      unreadable(sentence('rules.registerShifted', { cells: String(row.length), heads: String(heads) }))
      continue
    }
    const byRef = ref === '' ? undefined : find.byRef(ref)
    const risk = byRef ?? (title === '' ? undefined : find.byTitle(title, ref))
    const key = risk?.id ?? (ref === '' ? title.toLowerCase() : `ref ${ref}`)
    const first = taken.get(key)
    if (title === '' && (risk === undefined || Object.keys(stated.fields).length === 0)) {
      unreadable(sentence('rules.registerNoName'))
      continue
    }
    if (first !== undefined) {
      unreadable(sentence('rules.registerTwice', { row: String(first + 1) }))
      continue
    }
    taken.set(key, at)
    const place: Place = {
      at,
      base,
      file,
      dimension,
      today: known.today,
      link: risk ? { id: risk.id } : { made: base.key },
    }
    if (risk) steps.push(changedRisk(risk, stated, place, byRef !== undefined))
    else {
      const isFree = isRef(ref) && !find.hasRef(ref) && !given.has(ref) && !known.hadRef(ref)
      if (isFree) given.add(ref)
      steps.push(newRisk(stated, title, isFree, place))
    }
    steps.push(...scoreSteps(risk, stated, place, known), ...listSteps(risk, stated, place))
  }
  const { read: columns, scores } = readColumns(mapping)
  const titleAt = (column: number) => shownWords(rows[mapping.head]?.[column])
  const left = leftOutColumns(rows, mapping.head, new Set([...columns, ...scores]), titleAt)
  for (const column of scores) {
    const count = rows.slice(mapping.head + 1).filter(row => shownWords(row[column]).trim() !== '').length
    const told = { column: columnLetters(column), title: titleAt(column).slice(0, 80), count: String(count) }
    if (count > 0) left.push(sentence('rules.registerScore', told))
  }
  return { steps, leftOut: left }
}

/** The step in the life of a risk by which it gets a status; null and a note where it cannot. */
const movingTo = (
  { status, fields }: StatedRisk,
  from: Risk['status'],
  owner: string,
  { file, at, today: date }: Place,
): { moving: Moving | null; notes: string[] } => {
  if (status === null || status.status === from) return { moving: null, notes: [] }
  if (!movesFrom[from].includes(status.status))
    return { moving: null, notes: [sentence('rules.registerNoMove', { from, to: status.status })] }
  const row = String(at + 1)
  const reason = sentence('rules.registerMoveReason', { file, row, words: status.words.slice(0, 200) })
  if (status.status !== 'accepted')
    return { moving: { status: status.status, reason, date, acceptance: null }, notes: [] }
  const by = fields.owner ?? owner
  if (by === '') return { moving: null, notes: [sentence('rules.registerNoAcceptance')] }
  const acceptance = { by, at: date, rationale: sentence('rules.registerAccepted', { file, row }), validUntil: null }
  return { moving: { status: 'accepted', reason: acceptance.rationale, date, acceptance }, notes: [] }
}

const newRisk = (stated: StatedRisk, title: string, keepsRef: boolean, place: Place): RegisterStep => {
  const { ref, fields } = stated
  const status = stated.status?.status === 'draft' ? 'draft' : 'open'
  const { moving, notes } = movingTo(stated, status, '', place)
  const otherRef = keepsRef ? '' : ref
  const more = otherRef === '' ? [] : [sentence('rules.registerNewRef', { ref })]
  const after = [fields.category, fields.event ?? fields.cause, moving?.status].filter(Boolean).join('\n')
  return {
    difference: { ...place.base, what: 'risk', kind: 'new', after, notes: [...more, ...notes, ...stated.faults] },
    act: {
      do: 'add risk',
      ref: keepsRef ? ref : null,
      fields: { ...blank, ...fields, title, otherRef },
      status,
      moving,
    },
  }
}

const changedRisk = (risk: Risk, stated: StatedRisk, place: Place, isByRef: boolean): RegisterStep => {
  const patch: Partial<Risk> = {}
  for (const [field, value] of Object.entries(stated.fields))
    if (JSON.stringify(value) !== JSON.stringify(risk[field as keyof Risk])) Object.assign(patch, { [field]: value })
  if (!isByRef && stated.ref !== '' && risk.otherRef === '') patch.otherRef = stated.ref
  const { moving, notes } = movingTo(stated, risk.status, risk.owner, place)
  const names = Object.keys(patch) as (keyof Risk)[]
  const lines = (of: Partial<Risk>, status: string) =>
    [
      ...names.map(name => `${fieldNames[name] ?? name}: ${of[name] ?? ''}`),
      ...(moving === null ? [] : [`status: ${status}`]),
    ].join('\n')
  const other = isByRef && risk.otherRef === '' && patch.title !== undefined
  const all = [
    ...(other ? [sentence('rules.registerOtherTitle')] : []),
    ...(isByRef || stated.ref === '' || patch.otherRef === undefined
      ? []
      : [sentence('rules.registerKnownAs', { ref: risk.ref })]),
    ...notes,
    ...stated.faults,
  ]
  const base = { ...place.base, what: 'risk' as const, title: `${risk.ref} ${risk.title}`.slice(0, 2_000), notes: all }
  if (names.length === 0 && moving === null) return { difference: { ...base, kind: 'same' }, act: null }
  const words = { before: lines(risk, risk.status), after: lines(patch, moving?.status ?? '') }
  return { difference: { ...base, kind: 'changed', ...words }, act: { do: 'change risk', id: risk.id, patch, moving } }
}

const scoreSteps = (risk: Risk | undefined, stated: StatedRisk, place: Place, known: KnownRegister): RegisterStep[] =>
  stated.scores.map((score): RegisterStep => {
    const { at, base, link, file, dimension } = place
    const before = risk ? newestAssessment(known.assessmentsOf(risk.id), score.kind) : null
    const worst = before === null ? -1 : Math.max(...before.impacts.map(({ level }) => level))
    const told = {
      ...base,
      key: `score ${at} ${score.kind}`,
      what: 'assessment' as const,
      column: score.kind,
      notes: [],
      before:
        before === null
          ? ''
          : `${before.likelihoodWord} (${before.likelihoodLow}–${before.likelihoodHigh} %): ${before.level}`,
      after: scoreWords(known, score),
    }
    const isSame =
      before !== null &&
      before.criteria === known.scales.id &&
      before.likelihoodLow === score.low &&
      before.likelihoodHigh === score.high &&
      worst === score.impact
    if (isSame) return { difference: { ...told, kind: 'same' }, act: null }
    const stays = stated.status === null || stated.status.status === 'accepted'
    if (risk && isFrozen(risk) && stays)
      return {
        difference: { ...told, kind: 'unreadable', notes: [sentence('rules.registerFrozen', { ref: risk.ref })] },
        act: null,
      }
    const [likelihood, impact] = score.words
    const reason = sentence('rules.registerReason', { file, row: String(at + 1), likelihood, impact })
    return {
      difference: { ...told, kind: before === null ? 'new' : 'changed' },
      act: {
        do: 'add score',
        risk: link,
        fields: {
          kind: score.kind,
          likelihoodWord: score.word,
          likelihoodLow: score.low,
          likelihoodHigh: score.high,
          impacts: [{ dimension, level: score.impact, rationale: '' }],
          strength: stated.strength ?? 'low',
          reason: [reason, stated.rationale].filter(Boolean).join('\n'),
          excerpts: [],
          claims: [],
          conflicts: [],
          date: stated.scoredOn ?? known.today,
        },
      },
    }
  })

const listSteps = (risk: Risk | undefined, stated: StatedRisk, { at, base, link }: Place): RegisterStep[] => [
  ...stated.actions.map((action, number): RegisterStep => {
    const before = risk?.actions.find(({ text }) => sameName(text, action.text))
    const after = {
      id: before?.id ?? null,
      text: before?.text ?? action.text,
      owner: action.owner ?? before?.owner ?? '',
      due: action.due ?? before?.due ?? null,
      status: action.status ?? before?.status ?? ('planned' as const),
      effect: before?.effect ?? '',
    }
    const words = (of: { owner: string; due: string | null; status: string }) =>
      [of.status, of.due ?? '', of.owner].filter(Boolean).join(', ')
    const told = { ...base, key: `action ${at} ${number}`, what: 'action' as const, column: '', notes: [] }
    if (before && words(before) === words(after)) return { difference: { ...told, kind: 'same' }, act: null }
    return {
      difference: {
        ...told,
        kind: before ? 'changed' : 'new',
        before: before ? `${before.text}\n${words(before)}` : '',
        after: `${after.text}\n${words(after)}`,
      },
      act: { do: 'put action', risk: link, action: after },
    }
  }),
  ...stated.indicators.map((statement, number): RegisterStep => {
    const before = risk?.indicators.find(one => sameName(one.statement, statement))
    const told = { ...base, key: `indicator ${at} ${number}`, what: 'indicator' as const, column: '', notes: [] }
    if (before) return { difference: { ...told, kind: 'same' }, act: null }
    return {
      difference: { ...told, kind: 'new', after: statement },
      act: {
        do: 'put indicator',
        risk: link,
        indicator: {
          id: null,
          statement,
          direction: 'raises',
          threshold: '',
          state: 'not seen',
          changed: '',
          excerpts: [],
        },
      },
    }
  }),
]
