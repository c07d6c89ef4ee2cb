import type { ValueField } from '../../../contract/register-exchange.ts'
import type { Scales } from '../../../model/criteria.ts'
import { confidence } from '../../../model/grades.ts'
import { riskAction, riskStatus, riskStrategy } from '../../../model/risk.ts'
import { foldedName } from '../../same-name.ts'

/** Words of other registers by what they mean here. */
type Meanings = Readonly<Record<string, readonly string[]>>

const statusWords: Meanings = {
  draft: ['proposed', 'candidate', 'under review', 'in review', 'pending', 'draft'],
  open: [
    'active',
    'new',
    'identified',
    'assessed',
    'open',
    'not started',
    'raised',
    'registered',
    'untreated',
    'to do',
  ],
  treating: [
    'treating',
    'in progress',
    'in treatment',
    'mitigating',
    'mitigation planned',
    'mitigation in progress',
    'being mitigated',
    'planned',
    'under way',
    'ongoing',
    'action required',
    'mgmt reviewed',
  ],
  monitoring: ['watch', 'watching', 'monitor', 'monitored', 'mitigated', 'treated', 'controlled', 'on hold', 'dormant'],
  accepted: ['accept', 'tolerated', 'risk accepted', 'residual accepted'],
  materialised: ['materialized', 'occurred', 'realised', 'realized', 'issue', 'happened', 'triggered', 'crystallised'],
  closed: ['resolved', 'retired', 'complete', 'completed', 'done', 'expired', 'eliminated', 'implemented'],
  archived: ['rejected', 'void', 'deleted', 'duplicate', 'cancelled', 'canceled', 'withdrawn', 'not a risk'],
}

const strategyWords: Meanings = {
  avoid: ['avoidance', 'terminate', 'eliminate', 'stop'],
  'reduce likelihood': [
    'mitigate',
    'mitigation',
    'reduce',
    'reduction',
    'treat',
    'control',
    'minimise',
    'minimize',
    'modify',
    'prevent',
    'enhance',
  ],
  'reduce consequence': ['reduce impact', 'contain', 'prepare'],
  share: ['transfer', 'insure', 'outsource', 'transference', 'transfer/share', 'share/transfer'],
  retain: ['accept', 'acceptance', 'tolerate', 'watch', 'monitor', 'retention'],
  'remove source': ['remove'],
  take: ['exploit', 'realize', 'realise', 'pursue', 'take opportunity'],
}

const kindWords: Meanings = {
  threat: ['risk', 'negative', 'downside', 'hazard', 'threats'],
  opportunity: ['positive', 'upside', 'opportunities', 'chance'],
}

const strengthWords: Meanings = {
  low: ['weak', 'poor', 'very low'],
  moderate: ['medium', 'fair', 'partial'],
  high: ['strong', 'good', 'very high'],
}

const actionWords: Meanings = {
  planned: ['not started', 'to do', 'open', 'new', 'proposed', 'pending', 'planning', 'todo'],
  'under way': [
    'in progress',
    'ongoing',
    'started',
    'active',
    'partially implemented',
    'on track',
    'delayed',
    'on hold',
  ],
  done: ['complete', 'completed', 'closed', 'implemented', 'finished', 'resolved'],
  dropped: ['cancelled', 'canceled', 'rejected', 'abandoned', 'deprecated', 'not required'],
}

/** Where words stand on a scale from 0 to 1; the ends are its first and last step. */
const likelihoodShares: Meanings = {
  '0': [
    'rare',
    'very rare',
    'remote',
    'very low',
    'highly unlikely',
    'extremely unlikely',
    'improbable',
    'very unlikely',
  ],
  '0.25': ['unlikely', 'low', 'seldom', 'minor'],
  '0.5': ['possible', 'medium', 'moderate', 'occasional', 'even', 'credible', 'feasible'],
  '0.75': ['likely', 'high', 'probable', 'very likely', 'highly likely'],
  '1': [
    'almost certain',
    'certain',
    'very high',
    'frequent',
    'near certain',
    'expected',
    'critical',
    'almost certainly',
  ],
}

const impactShares: Meanings = {
  '0': ['negligible', 'insignificant', 'very low', 'very minor', 'trivial', 'none', 'minimal'],
  '0.25': ['minor', 'low', 'marginal', 'small', 'limited', 'slight'],
  '0.5': ['moderate', 'medium', 'tolerable', 'significant'],
  '0.75': ['major', 'high', 'serious', 'considerable', 'large'],
  '1': ['severe', 'critical', 'catastrophic', 'very high', 'extreme', 'disastrous', 'fatal', 'extensive'],
}

const indexOf = (meanings: Meanings, own: readonly string[]): ReadonlyMap<string, string> => {
  const index = new Map<string, string>()
  for (const [meaning, words] of Object.entries(meanings))
    for (const word of words) index.set(foldedName(word), meaning)
  for (const word of own) index.set(foldedName(word), word)
  return index
}

const closed = {
  status: indexOf(statusWords, riskStatus.options),
  strategy: indexOf(strategyWords, riskStrategy.options),
  kind: indexOf(kindWords, ['threat', 'opportunity']),
  strength: indexOf(strengthWords, confidence.options),
  'action status': indexOf(actionWords, riskAction.shape.status.options),
}
const shares = { likelihood: indexOf(likelihoodShares, []), impact: indexOf(impactShares, []) }

/** The words of a field here, in their order. */
export const ownWords = (field: ValueField, scales: Scales): readonly string[] => {
  switch (field) {
    case 'status':
      return riskStatus.options
    case 'strategy':
      return riskStrategy.options
    case 'kind':
      return ['threat', 'opportunity']
    case 'strength':
      return confidence.options
    case 'action status':
      return riskAction.shape.status.options
    case 'likelihood':
      return scales.likelihoods.map(({ word }) => word)
    case 'impact':
      return scales.impacts.map(({ word }) => word)
  }
}

/** How many steps a scale of numbers has; null where its cells hold no numbers. */
export type StepsOfScale = number | null

/** The words themselves, then what stands before a dash or in front of brackets, then without the number before them. */
const readings = (words: string): string[] => {
  const whole = foldedName(words).replaceAll('_', ' ')
  const bare = whole.replace(/\s*[([].*$/, '')
  const head = bare.replace(/\s+[-–—:].*$/, '')
  const named = bare.replace(/^[\d.]+\s*[-–—:.=)]*\s*/, '')
  return [...new Set([whole, bare, named, head])].filter(Boolean)
}

const numberIn = (words: string): number | null => {
  const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*(?:$|[-–—:.=)(/])/.exec(words) ?? []
  const [, within] = /[([]\s*(\d+(?:\.\d+)?)\s*[)\]]\s*$/.exec(words) ?? []
  const found = digits ?? within
  return found === undefined ? null : Number(found)
}

/** `40 %`, `20-30%`, `0.4`: a likelihood in percent or as a share of 1, which is read as it stands. */
export const percentRange = (words: string): { low: number; high: number } | null => {
  if (/^\s*0?\.\d+\s*$/.test(words)) {
    const share = Number((Number(words) * 100).toPrecision(12))
    return { low: share, high: share }
  }
  const [, low, high = low] = /^\s*(\d+(?:\.\d+)?)\s*%?\s*(?:(?:-|–|to)\s*(\d+(?:\.\d+)?)\s*)?%\s*$/.exec(words) ?? []
  const range = { low: Number(low), high: Number(high) }
  return low !== undefined && range.low <= range.high && range.high <= 100 ? range : null
}

/** What a word of another register most likely means here; empty where nothing says. */
export const guessMeaning = (field: ValueField, theirs: string, scales: Scales, steps: StepsOfScale = null): string => {
  const own = ownWords(field, scales)
  const tried = readings(theirs)
  if (field !== 'likelihood' && field !== 'impact')
    return tried.flatMap(words => closed[field].get(words) ?? [])[0] ?? ''
  const known = own.find(word => tried.includes(foldedName(word)))
  if (known !== undefined) return known
  const share = tried.flatMap(words => shares[field].get(words) ?? [])[0]
  const number = numberIn(theirs)
  const place =
    share !== undefined
      ? Number(share)
      : number !== null && steps !== null && steps > 1 && number >= 1 && number <= steps
        ? (number - 1) / (steps - 1)
        : null
  return place === null ? '' : (own[Math.round(place * (own.length - 1))] ?? '')
}

/** The steps of a scale of numbers: as the head says, `(1-5)`; else the smallest usual scale that holds what stands in it. */
export const stepsOfScale = (head: string, cells: readonly string[]): StepsOfScale => {
  const [, told] = /1\s*(?:-|–|to|\.\.)\s*(\d+)/.exec(head) ?? []
  if (told !== undefined) return Number(told)
  const numbers = cells.flatMap(cell => numberIn(cell) ?? [])
  const most = Math.max(0, ...numbers)
  if (numbers.length === 0 || most > 10) return null
  return most > 5 ? 10 : 5
}
