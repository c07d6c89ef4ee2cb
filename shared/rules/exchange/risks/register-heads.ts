import type { RegisterField, RegisterShape } from '../../../contract/register-exchange.ts'

/** A head as it is compared: `Risk_ID`, `riskId` and `Risk ID (auto)` are one. */
export const foldedHead = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[([].*?[)\]]/g, ' ')
    .replace(/[^\p{L}\p{N}#%/]+/gu, ' ')
    .trim()

type Heads = Readonly<Record<string, RegisterField>>

/**
 * Heads of registers that are known, as their makers publish them.
 *
 * - `nist-ir-8286`: the cybersecurity risk register of NIST IR 8286, figure and table of section 2 (October 2020).
 * - `simplerisk`: names of the fields in SimpleRisk's forms and its guide to importing risks.
 * - `ciso-assistant`: the CSV of a risk assessment (`risk_assessment_csv` of the open source edition). Its residual
 *   scoring is the one after additional controls: a target.
 * - `pmbok`: the risk register of project management as the PMI's guide lists what it holds.
 */
const known: Readonly<Record<Exclude<RegisterShape, 'general'>, Heads>> = {
  'nist-ir-8286': {
    id: 'ref',
    'risk description': 'event',
    'risk category': 'category',
    likelihood: 'current likelihood',
    impact: 'current impact',
    'exposure rating': 'score',
    'risk response type': 'strategy',
    'risk response cost': 'rationale',
    'risk response description': 'action',
    'risk owner': 'owner',
    status: 'status',
    priority: 'score',
  },
  simplerisk: {
    id: 'ref',
    'risk id': 'ref',
    status: 'status',
    subject: 'title',
    category: 'category',
    'risk source': 'cause',
    'risk assessment': 'event',
    'additional notes': 'rationale',
    owner: 'owner',
    'submission date': 'scored on',
    'current likelihood': 'current likelihood',
    'current impact': 'current impact',
    'calculated risk': 'score',
    'planning strategy': 'strategy',
    'planned mitigation date': 'action due',
    'current solution': 'rationale',
    'security requirements': 'action',
    'security recommendations': 'action',
    'mitigation owner': 'action owner',
    'next review date': 'next review',
  },
  'ciso-assistant': {
    'ref id': 'ref',
    assets: 'event',
    threats: 'cause',
    name: 'title',
    description: 'event',
    'existing controls': 'rationale',
    'inherent impact': 'inherent impact',
    'inherent proba': 'inherent likelihood',
    'inherent level': 'score',
    'current impact': 'current impact',
    'current proba': 'current likelihood',
    'current risk': 'score',
    'additional controls': 'action',
    'residual impact': 'target impact',
    'residual proba': 'target likelihood',
    'residual risk': 'score',
    treatment: 'strategy',
    'strength of knowledge': 'strength',
  },
  pmbok: {
    'risk id': 'ref',
    'risk description': 'event',
    category: 'category',
    cause: 'cause',
    'root cause': 'cause',
    effect: 'consequence',
    probability: 'current likelihood',
    impact: 'current impact',
    score: 'score',
    'risk score': 'score',
    'response strategy': 'strategy',
    'response type': 'strategy',
    'risk response': 'action',
    'response owner': 'action owner',
    'risk owner': 'owner',
    trigger: 'indicator',
    triggers: 'indicator',
    'contingency plan': 'contingency',
    'fallback plan': 'fallback',
    status: 'status',
  },
}

/** What tells a known register from others: all of these heads are there. */
const tell: Readonly<Record<Exclude<RegisterShape, 'general'>, readonly string[]>> = {
  'nist-ir-8286': ['risk description', 'exposure rating', 'risk response type'],
  simplerisk: ['subject', 'current likelihood', 'current impact'],
  'ciso-assistant': ['ref id', 'existing controls', 'current proba', 'residual proba'],
  pmbok: ['probability', 'impact'],
}

/** The register that a row of heads is of. A register of project management is told by a field that only those have. */
export const shapeOfHeads = (heads: readonly string[]): RegisterShape => {
  const there = new Set(heads)
  const has = (shape: Exclude<RegisterShape, 'general'>) => tell[shape].every(head => there.has(head))
  for (const shape of ['ciso-assistant', 'simplerisk', 'nist-ir-8286'] as const) if (has(shape)) return shape
  const ofProjects = ['trigger', 'triggers', 'contingency plan', 'fallback plan', 'response strategy', 'response owner']
  return has('pmbok') && ofProjects.some(head => there.has(head)) ? 'pmbok' : 'general'
}

const chance = '(?:likelihood|probability|proba|prob|frequency|chance)(?: (?:level|score|rating|value))?'
const harm = '(?:impact|severity|consequence)(?: (?:level|score|rating|value))?'
const inherent = '(?:inherent|gross|initial|raw|untreated|pre mitigation|pre treatment|pre response)'
const target =
  '(?:target|residual|net|treated|revised|desired|expected|post mitigation|post treatment|post response|after treatment)'
const current = '(?:(?:current|actual|present|assessed) )?(?:risk )?'
const names = (words: string) => new RegExp(`^(?:${words})$`)

/** Heads as they are usual, the surest first. Several fields for one head: what stands in the column decides. */
const usual: readonly (readonly [RegExp, readonly RegisterField[]])[] = [
  [names(`${inherent} (?:risk )?${chance}`), ['inherent likelihood']],
  [names(`${inherent} (?:risk )?${harm}`), ['inherent impact']],
  [names(`${target} (?:risk )?${chance}`), ['target likelihood']],
  [names(`${target} (?:risk )?${harm}`), ['target impact']],
  [names(`${current}${chance}`), ['current likelihood']],
  [names('impact (?:level|score|rating|value)|severity (?:level|score|rating)'), ['current impact']],
  [names('severity'), ['current impact', 'score']],
  [names('impact|current impact|risk impact|consequence rating'), ['current impact', 'consequence']],
  [
    names(
      `(?:.* )?(?:risk )?(?:score|rating|level|exposure|magnitude|band|rank|ranking|priority|grade|criticality)|${inherent} risk|${target} risk|current risk|risk value|rpn|raw risk`,
    ),
    ['score'],
  ],
  [
    names(
      '(?:risk |unique |permanent |external |reference )?(?:id|ref|ref id|no|nr|number|code|key|identifier|reference|reference id)|#|uid|s/n|sl no|sr no',
    ),
    ['ref'],
  ],
  [names('(?:risk )?(?:title|name|subject|summary|headline)|risk|short description|risk event'), ['title']],
  [
    names('(?:risk |full )?(?:description|statement|details?|scenario|definition)|description of (?:the )?risk|event'),
    ['event'],
  ],
  [names('threats?|threat (?:event|description|scenario)|hazard'), ['event']],
  [names('(?:root |risk )?causes?|(?:risk )?sources?|risk drivers?|drivers?|vulnerabilit(?:y|ies)|because'), ['cause']],
  [
    names(
      '(?:potential |risk |possible )?(?:consequences?|effects?)|(?:business|potential) impacts?|impact description|description of impact|result',
    ),
    ['consequence'],
  ],
  [
    names('(?:risk )?(?:category|categories|area|group|domain|classification|class|theme|sub ?category)|workstream'),
    ['category'],
  ],
  [names('(?:risk )?(?:type|kind|nature)|threat/opportunity|threat or opportunity'), ['kind', 'category']],
  [
    names('(?:action|mitigation|response|treatment|control) owner|(?:action|mitigation|response) assigned to'),
    ['action owner'],
  ],
  [
    names('(?:risk )?(?:owner|owners|owner name|lead)|responsible(?: person| party)?|assigned to|accountable'),
    ['owner'],
  ],
  [names('(?:action|mitigation|response|treatment|control) status|implementation status'), ['action status']],
  [names('(?:risk |register |current )?(?:status|state)|lifecycle'), ['status']],
  [
    names(
      '(?:risk )?(?:treatment|response)(?: (?:decision|option|type|strategy|approach))?|(?:treatment|response|management|planning|mitigation) strategy|strategy',
    ),
    ['strategy', 'action'],
  ],
  [
    names(
      '(?:(?:risk |proposed |planned )?(?:mitigation|treatment|response|remediation)s?(?: (?:plan|plans|action|actions|measures?|steps|description|approach|activities))?)|actions?|action (?:plan|required|description)|(?:additional|planned|proposed|recommended) (?:controls|actions|mitigations?|measures)|recommendations?',
    ),
    ['action'],
  ],
  [
    names(
      '(?:target|due|completion|target completion|planned mitigation|mitigation due|action due|treatment due|implementation) date|due|deadline|action due|due by|expected resolution|target resolution|target close',
    ),
    ['action due'],
  ],
  [names('contingency(?: plans?| actions?)?'), ['contingency']],
  [names('fall ?back(?: plans?)?'), ['fallback']],
  [
    names(
      '(?:risk )?triggers?|early warnings?|early warning (?:signs?|indicators?)|warning signs?|(?:key risk )?indicators?|kris?',
    ),
    ['indicator'],
  ],
  [names('strength of (?:knowledge|evidence)|confidence(?: level| rating)?|assessment confidence'), ['strength']],
  [
    names(
      '(?:date|opened) (?:identified|raised|assessed|logged|opened|added|created|reported|utc)|(?:identified|identification|submission|assessment|raised|created|opened|logged|scored) (?:date|on)|date|last (?:assessed|updated|reviewed|review)|as of',
    ),
    ['scored on'],
  ],
  [names('next review(?: date)?|review date|review due(?: date)?|next assessment'), ['next review']],
  [
    names('(?:review )?(?:cadence|frequency)|review (?:interval|cycle|period)(?: days)?|review cadence days'),
    ['review days'],
  ],
  [names('proximity|time ?frame|timing|horizon|time horizon'), ['proximity']],
  [names('velocity|speed of onset|risk velocity'), ['velocity']],
  [names('strikes by|expected (?:date|occurrence)|impact date|expiry date'), ['strikes by']],
  [names('(?:affected )?assets?(?: name)?'), ['event']],
  [
    names(
      '(?:risk |additional |assessment )?(?:notes?|comments?)|rationale|justification|remarks|(?:existing|current) (?:controls?|solution|mitigations?|safeguards)',
    ),
    ['rationale'],
  ],
]

/** What a head may stand for, the likeliest first; empty where nothing is known of it. */
export const fieldsOfHead = (head: string, shape: RegisterShape): readonly RegisterField[] => {
  const own = shape === 'general' ? undefined : known[shape][head]
  if (own !== undefined) return [own]
  return usual.find(([pattern]) => pattern.test(head))?.[1] ?? []
}

/** Fields whose columns are joined: of all others the first column is read. */
export const joinedFields: readonly RegisterField[] = [
  'cause',
  'event',
  'consequence',
  'contingency',
  'fallback',
  'rationale',
  'action',
  'indicator',
  'score',
]
