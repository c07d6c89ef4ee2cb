import type { AssessmentView, RiskView } from '../../../shared/contract/risks.ts'
import { indexed } from '../../../shared/rules/indexed.ts'
import { mapRisks } from '../../../shared/rules/register/map.ts'
import { say } from '../../say.ts'
import { impactWord, likelihoodWords } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import { mapSvg } from '../risk-reports/map-drawing.ts'
import { tableHead } from '../table.ts'
import { captionParts, nothingShown } from './captions.ts'
import type { Context } from './context.ts'
import { captionName } from './place.ts'
import { type BlockOf, chosenRisks } from './shown.ts'

type HeatMap = BlockOf<'heat map'>

/**
 * The register's own drawing of the risks that a block asks for: likelihood upwards, impact to the right, levels by
 * colour, letter and hatching at once; with arrows, from where each stood before treatment and to where treatment is to
 * bring it. The table beneath says the same in words. Risks that nobody has scored are only in the table.
 */
export function heatMap(block: HeatMap, context: Context): Html {
  const risks = chosenRisks(block, context)
  const { caption } = context.outline.get(block.id) ?? { caption: null }
  if (risks.length === 0 || caption === null)
    return risks.length === 0 ? nothingShown('heat map', block) : element('p', {}, say('briefing.none.scored'))
  return join(
    element(
      'figure',
      { class: 'heat-map' },
      drawing(block, risks, context),
      element('figcaption', {}, captionParts(block, context)),
    ),
    twin(risks, say('briefing.heatMapTwin', { figure: captionName(caption) }), context),
  )
}

/** In the drawing's own units: it has a page of its own. */
const gridHeight = 470

/** What was drawn of a register, by what was asked of it: the views of its risks are others as soon as anything of them is. */
const drawn = indexed((_: Context['risks']) => new Map<string, Html>())

function drawing({ categories, arrows }: HeatMap, risks: readonly RiskView[], context: Context): Html {
  const asked = JSON.stringify([categories, arrows])
  const before = drawn(context.risks).get(asked)
  if (before !== undefined) return before
  const { criteria, earlierCriteria } = context.document
  const chosen = new Set(risks.map(({ id }) => id))
  const facts = context.riskFacts.filter(({ id }) => chosen.has(id))
  const map = { criteria, risks: mapRisks(facts, [...earlierCriteria, criteria], criteria, null) }
  const now = mapSvg(map, { arrows: arrows ? 'every' : null, grid: gridHeight })
  drawn(context.risks).set(asked, now)
  return now
}

const scoredCell = indexed((assessment: AssessmentView) =>
  element(
    'td',
    {},
    element('b', {}, assessment.level),
    ' ',
    likelihoodWords(assessment),
    `; ${impactWord(assessment).toLowerCase()}`,
  ),
)

/** The same in words: what a reader without the picture needs. */
function twin(risks: readonly RiskView[], caption: string, context: Context): Html {
  const words = (assessment: AssessmentView | null) =>
    assessment === null ? element('td', { class: 'silent' }, say('briefing.notScored')) : scoredCell(assessment)
  const row = ({ id, ref, title, inherent, current, target }: RiskView) =>
    element(
      'tr',
      {},
      element('td', { class: 'ref' }, ref),
      element(
        'th',
        { scope: 'row' },
        context.shows('risk', id) ? element('a', { href: `#risk-${ref}` }, title) : title,
      ),
      words(inherent),
      words(current),
      words(target),
    )
  const heads = (['ref', 'risk', 'inherent', 'current', 'target'] as const).map(head => say(`briefing.twin.${head}`))
  return element(
    'table',
    { class: 'twin' },
    element('caption', {}, caption),
    tableHead(...heads),
    element('tbody', {}, ...risks.map(row)),
  )
}
