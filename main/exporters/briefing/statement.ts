import { listParts } from '../../../shared/formats.ts'
import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'
import { type StatementAsked, type StatementFacts, statementFacts } from '../../../shared/rules/briefing/statement.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { listWords } from '../wording.ts'
import type { Context } from './context.ts'
import { titleWords } from './reference.ts'

const base = ({ sources, held, kinds, span, undated, age }: StatementFacts, { scope }: StatementAsked): string[] => {
  const kindWords = listWords(
    kinds.map(({ kind, count }) => say('briefing.summaryKind', { kind, name: nameOf('sourceKind', kind), count })),
  )
  return [
    scope === 'all'
      ? say('briefing.summarySources', { count: sources, kinds: kindWords })
      : say('apparatus.cited', { all: String(sources === held), count: sources, held, kinds: kindWords }),
    span === null
      ? say('briefing.summaryUndated')
      : say('briefing.summaryDates', {
          first: partialDateWords(span.first),
          last: partialDateWords(span.last),
          same: String(span.first === span.last),
          undated,
        }),
    age === null ? '' : say('apparatus.age', { days: age }),
  ]
}

const worth = ({ grades, claims, origins, judged, relayed }: StatementFacts): string[] => [
  say('briefing.summaryGrades', {
    grades: listWords(
      grades.map(({ grade, count }) =>
        say('briefing.summaryGrade', { count, grade, words: say(`briefing.reliability.${grade}`) }),
      ),
    ),
  }),
  claims === 0 ? say('apparatus.noClaims') : say('briefing.summaryClaims', { claims, origins, graded: judged }),
  relayed.length === 0 ? '' : say('apparatus.relayed', { count: relayed.length, origins: listWords(relayed) }),
]

const limits = (facts: StatementFacts, { scope }: StatementAsked): string[] => {
  const { noAuthor, noPublisher, single, unanswered, terms, uncited, setAside } = facts
  return [
    noAuthor + noPublisher === 0 ? '' : say('briefing.summaryMissing', { authors: noAuthor, publishers: noPublisher }),
    single.length === 0 ? '' : say('briefing.summarySingle', { count: single.length, terms }),
    unanswered.length === 0 ? '' : say('apparatus.unanswered', { count: unanswered.length, terms }),
    scope === 'cited' || uncited === 0 ? '' : say('apparatus.uncited', { count: uncited }),
    scope === 'all' || uncited === 0 ? '' : say('apparatus.further', { count: uncited }),
    setAside === 0 ? '' : say('apparatus.setAside', { count: setAside }),
  ]
}

const text = (words: string): RichTextNode => ({ type: 'text', text: words })

/** In which sources most of what is cited stands; they are mentions, so that their names stay those of the case. */
const foremost = ({ foremost: found, passages }: StatementFacts, context: Context): RichTextNode[] => {
  if (found.length === 0) return []
  const count = found.reduce((sum, one) => sum + one.count, 0)
  const mark = '\uE000'
  const [before = '', after = ''] = say('apparatus.foremost', { count, passages, sources: mark }).split(mark)
  const named = listParts(found.map((_, index) => String(index))).map(({ type, value }) => {
    const source = found[Number(value)]?.source
    if (type !== 'element' || source === undefined) return text(value)
    const label = titleWords(context.sourceOf(source).source)
    return { type: 'mention', attrs: { record: 'source', id: source, label } }
  })
  return [text(` ${before}`), ...named, text(after)]
}

/**
 * The source summary statement (ICD 206) as the records alone give it: what the briefing draws on, what that is worth,
 * and where it ends. Every figure is one of {@link statementFacts}.
 */
export const draftedStatement = (context: Context, scope: StatementAsked['scope']): RichText => {
  const cited = context.citations.notes().map(({ excerpt }) => excerpt.id)
  const asked = { scope, cited, cutOff: context.briefing.cutOff }
  const facts = statementFacts(context.document, asked)
  if (facts.sources === 0)
    return { type: 'doc', content: [{ type: 'paragraph', content: [text(say('briefing.summaryNone'))] }] }
  const paragraphs: [string[], RichTextNode[]][] = [
    [base(facts, asked), []],
    [worth(facts), foremost(facts, context)],
    [limits(facts, asked), []],
  ]
  return {
    type: 'doc',
    content: paragraphs.flatMap(([sentences, more]) => {
      const words = sentences.filter(sentence => sentence !== '').join(' ')
      return words === '' && more.length === 0 ? [] : [{ type: 'paragraph', content: [text(words), ...more] }]
    }),
  }
}
