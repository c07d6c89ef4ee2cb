import { spokenLanguage } from '../../../shared/language.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { type BlockId, type BriefingId, blockId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { assertNever } from '../../../shared/outcome.ts'
import { blankBlock } from '../../../shared/rules/briefing/blank-block.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { say } from '../../say.ts'
import { type Font, fontFaces } from '../fonts.ts'
import { documentText, element, type Html, join, styleElement, textOf, withoutDeadLinks } from '../html.ts'
import { degradedSentences, type PrintEngine } from '../pdf/engine.ts'
import { contextOf } from './case-context.ts'
import { changesBlock } from './changes.ts'
import { conflictBlock } from './conflicts.ts'
import type { Context, Heading, Section } from './context.ts'
import { contents, cover } from './cover.ts'
import { endnotes } from './endnotes.ts'
import { evidenceAnnex } from './evidence-annex.ts'
import { gaps } from './gaps.ts'
import { heatMap } from './heat-map.ts'
import { indicatorBoard } from './indicators.ts'
import { keyJudgements } from './judgements.ts'
import { isTurned, matrixTable } from './matrix-table.ts'
import { movers } from './movers.ts'
import type { Place } from './place.ts'
import { portionMark } from './portion.ts'
import { isBlank, proseSection } from './prose.ts'
import type { BriefingRecords } from './records.ts'
import { register } from './register.ts'
import { scaleKey } from './scale-key.ts'
import { sourceList } from './source-list.ts'
import { draftedStatement } from './statement.ts'
import { briefingStyle } from './style.ts'
import { timeline } from './timeline.ts'

export type BriefingOptions = {
  /** Carried within the document. None for a preview: there the page has the same faces already. */
  fonts: readonly Font[]
  engine: PrintEngine
  /** The page of every heading by its anchor, known after a first print. */
  pages?: Readonly<Record<string, number>>
  /** Whether it is issued with this, as the next version; a draft, and said to be one, when left out. */
  issued?: boolean
  /** The day on the cover; the day of the briefing's last change when left out. */
  date?: PartialDate
}

export type BriefingDocument = {
  html: string
  /** The whole document as a tree: what other formats are made of. */
  root: Html
  /** The words of every section in the order of the document, for what is kept of an edition. */
  told: { block: BlockId; heading: string; text: string }[]
  title: string
  author: string
  subject: string
  marking: Briefing['marking']
  /** For the contents and the bookmarks: in the order of the document. */
  headings: Heading[]
  /** What the engine will leave out, a sentence each. */
  degraded: string[]
}

/**
 * A briefing as one HTML document that needs nothing from outside: no script, one style sheet in its head, no style
 * attributes. The same case and options give the same bytes. Throws when the case has no such briefing.
 *
 * To print it, hand it with `pageTemplates` to `printBriefing`. To show it in a page whose policy forbids style
 * elements, take the text of the one style element, put it in a constructed style sheet and adopt that in a shadow root
 * that holds the body: every rule begins at the class `briefing`.
 */
export function briefingHtml(document: BriefingRecords, id: BriefingId, options: BriefingOptions): BriefingDocument {
  const briefing = document.briefings.find(each => each.id === id)
  if (briefing === undefined) throw new Error(`The case has no briefing ${id}.`)
  const context = contextOf(document, withEndnotes(briefing), options.engine)
  const date = options.date ?? localDay(briefing.updated)
  const sections = sectionsOf(context)
  const headings = sections.flatMap(({ anchor, number, name, headings: inside }): Heading[] => [
    { level: 1, title: textOf(headingOf({ number, name })), anchor, set: { number, name } },
    ...(inside ?? []),
  ])
  const subject = say('briefing.subject', { case: document.case.name, marking: briefing.marking })
  const whole = element(
    'html',
    { lang: spokenLanguage() },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, briefing.title),
      styleElement(`${fontFaces(options.fonts)}\n${briefingStyle}`),
    ),
    element(
      'body',
      { class: 'briefing' },
      cover(context, { date, issued: options.issued ?? false }),
      briefing.contents && contents(headings, briefing.numbered, options.pages ?? {}),
      element('main', {}, ...sections.map(sectionOf)),
    ),
  )
  // Which sources are cited is known when all is made: what was linked to others by then is linked no more.
  const isPartial = briefing.blocks.some(block => block.kind === 'sources' && block.scope === 'cited')
  const root = isPartial ? withoutDeadLinks(whole) : whole
  return {
    html: documentText(root),
    root,
    // Asked for when it is issued; the preview of every edit does without.
    get told() {
      return sections.map(({ block, title, body }) => ({ block, heading: title, text: textOf(body) }))
    },
    title: briefing.title,
    author: briefing.author,
    subject,
    marking: briefing.marking,
    headings,
    degraded: degradedSentences(options.engine),
  }
}

/** The source summary statement as the records alone give it: all is made once, so that what is cited is known. */
export function briefingStatement(document: BriefingRecords, briefing: Briefing, engine: PrintEngine): RichText {
  const context = contextOf(document, withEndnotes(briefing), engine)
  sectionsOf(context)
  const block = briefing.blocks.find(one => one.kind === 'sources')
  return draftedStatement(context, block?.scope ?? 'all')
}

type Headed = Section & { block: BlockId; anchor: string; title: string; number: string; name: Html }

/** Of the block that is not the author's own: no other has it, as ids are made of time. */
const addedEndnotes = blockId.parse('00000000-0000-7000-8000-000000000000')

/** Citations lead to endnotes: a briefing whose author left that block out gets it at the end. */
const withEndnotes = (briefing: Briefing): Briefing =>
  briefing.blocks.some(({ kind }) => kind === 'endnotes')
    ? briefing
    : { ...briefing, blocks: [...briefing.blocks, blankBlock('endnotes', addedEndnotes)] }

/** Endnotes, annex and the sources with what is said of them are made of what all others cite. */
const isMadeLast = (block: BriefingBlock): boolean =>
  block.kind === 'endnotes' ||
  block.kind === 'evidence annex' ||
  // A statement that the analyst edited may cite itself: it gets its numbers at its place.
  (block.kind === 'sources' && (block.statement === null || block.scope === 'cited'))

/** The blocks in their order, whatever the order in which they are made. */
function sectionsOf(context: Context): Headed[] {
  const { blocks } = context.briefing
  const sections: Headed[] = []
  const make = (late: boolean) =>
    blocks.forEach((block, index) => {
      if (late === isMadeLast(block)) sections[index] = headed(block, context)
    })
  make(false)
  make(true)
  return sections
}

/** A section under its number, its portion mark and its title. */
function headed(block: BriefingBlock, context: Context): Headed {
  const place = context.outline.get(block.id)
  if (place === undefined) throw new Error(`The outline lacks the block ${block.id}.`)
  const { anchor, number, title } = place
  const name = join(portionMark(block.marking, context), title)
  return {
    block: block.id,
    anchor,
    title,
    number: number === null ? '' : String(number),
    name,
    ...made(block, place, context),
  }
}

/** What is printed: the number a little apart. */
const headingOf = ({ number, name }: Pick<Headed, 'number' | 'name'>): Html =>
  join(number !== '' && [element('span', { class: 'number' }, number), ' '], name)

function made(block: BriefingBlock, place: Place, context: Context): Section {
  switch (block.kind) {
    case 'bottom line': {
      const { body, headings } = proseSection(block.document, place, context)
      return { body: element('div', { class: 'bottom-line' }, isBlank(block.document) ? blank() : body), headings }
    }
    case 'prose':
      return isBlank(block.document) ? { body: blank() } : proseSection(block.document, place, context)
    case 'key judgements':
      return { body: keyJudgements(block, context) }
    case 'matrix':
      return { body: matrixTable(block, context), wide: isTurned(block, context) }
    case 'conflicts':
      return conflictBlock(block, context)
    case 'heat map':
      return { body: heatMap(block, context), newPage: place.caption !== null }
    case 'register':
      return register(block, context)
    case 'movers':
      return { body: movers(block, context) }
    case 'timeline':
      return { body: timeline(block, context) }
    case 'indicators':
      return { body: indicatorBoard(block, context) }
    case 'gaps':
      return { body: gaps(block, context) }
    case 'changes':
      return { body: changesBlock(context) }
    case 'sources':
      return { body: sourceList(block, context) }
    case 'scale key':
      return { body: scaleKey(context) }
    case 'endnotes':
      return { body: endnotes(block, context), newPage: context.briefing.contents }
    case 'evidence annex':
      return { body: evidenceAnnex(context) }
    default:
      return assertNever(block)
  }
}

const blank = (): Html => element('p', {}, say('briefing.blank'))

function sectionOf({ block, anchor, body, wide, newPage, number, name }: Headed): Html {
  const style = [wide && 'wide', newPage && 'new-page'].filter(Boolean).join(' ')
  return element(
    'section',
    { class: style === '' ? undefined : style, 'aria-labelledby': anchor, 'data-block': block },
    element('h2', { id: anchor }, headingOf({ number, name })),
    join(body),
  )
}
