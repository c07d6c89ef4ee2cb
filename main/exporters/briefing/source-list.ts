import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised, listWords } from '../wording.ts'
import type { Context, NamedSource } from './context.ts'
import { prose } from './prose.ts'
import { dateWords, reference, titleWords } from './reference.ts'
import type { BlockOf } from './shown.ts'
import { draftedStatement } from './statement.ts'

/**
 * The source summary statement (ICD 206), drafted from the case or as the analyst edited it, then every source in scope
 * with its grade and why it has it. Of a block that shows the sources cited it is to be made after all that cite.
 */
export function sourceList(block: BlockOf<'sources'>, context: Context): Html {
  const { statement, scope } = block
  const cited = new Set(context.citations.notes().map(({ excerpt }) => excerpt.source))
  const shown = scope === 'all' ? context.sources : context.sources.filter(({ source }) => cited.has(source.id))
  const entries = context.sources.length > 0 && shown.length === 0
  return join(
    element('div', { class: 'summary' }, prose(statement ?? draftedStatement(context, scope), context)),
    entries && element('p', {}, say('briefing.noNotes')),
    ...shown.map(named => sourceEntry(named, context)),
  )
}

function sourceEntry({ ref, anchor, source }: NamedSource, context: Context): Html {
  const { document } = context
  const { excerpts, claims, relayed: told } = context.holdings(source.id)
  const lineage = document.lineages.find(({ id }) => id === source.lineage)
  const relayed = document.lineages.filter(({ id }) => id !== source.lineage && told.has(id))
  const relays = [...(lineage === undefined ? [] : [lineage]), ...relayed].map(({ name }) => name)
  const version = source.versions.at(-1)
  const grade = say('briefing.gradeSentence', {
    grade: source.reliability,
    words: say(`briefing.reliability.${source.reliability}`),
  })
  return element(
    'article',
    { class: 'source' },
    element('h3', { id: context.anchor(anchor) }, element('span', { class: 'ref' }, ref), ' ', titleWords(source)),
    element('p', {}, reference(source), '.'),
    element(
      'p',
      {},
      element('b', {}, grade),
      ' ',
      source.reliabilityReason === '' ? say('briefing.gradeNoReason') : capitalised(source.reliabilityReason),
    ),
    relays.length > 0 && element('p', {}, say('briefing.relaysSentence', { origins: listWords(relays) })),
    source.published === null &&
      source.publishedReadings.length > 1 &&
      element('p', {}, say('briefing.dateOpen', { words: dateWords(source) })),
    element(
      'p',
      { class: 'quiet' },
      say('briefing.sourceCounts', { excerpts, claims }),
      version !== undefined &&
        ` ${say('briefing.fingerprint', { number: version.number, sha: version.textSha256.slice(0, 16) })}`,
    ),
  )
}
