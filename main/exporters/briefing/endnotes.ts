import type { SourceId } from '../../../shared/model/id.ts'
import type { TextVersion } from '../../../shared/model/text-version.ts'
import { chicagoShortNote, shortTitle } from '../../../shared/rules/citation/chicago-note.ts'
import { pageName } from '../../../shared/rules/pages.ts'
import { clipped, quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised } from '../wording.ts'
import { evidenceAnchor, type Note, noteAnchor } from './citations.ts'
import type { Context, NamedSource } from './context.ts'
import { chicagoReference, gradeWords, reference, titleWords } from './reference.ts'
import type { BlockOf } from './shown.ts'

const quoteLimit = 140

/** What a note says of its source, by the style of the block. */
type Style = BlockOf<'endnotes'>['style']

/**
 * Every cited passage by its number: its words, the reference of its source, its grade, and links back to each place
 * that cites it. A source is told in full by its first note, with why it is graded as it is, and in short by the later
 * ones, which lead there. A quotation too long for a note stands whole in the evidence annex.
 */
export function endnotes(block: BlockOf<'endnotes'>, context: Context): Html {
  const notes = context.citations.notes()
  if (notes.length === 0) return element('p', {}, say('briefing.noNotes'))
  const first = new Map<SourceId, number>()
  for (const { number, excerpt } of notes) if (!first.has(excerpt.source)) first.set(excerpt.source, number)
  const items = notes.map(note => endnote(note, first.get(note.excerpt.source) ?? note.number, block.style, context))
  return element('ol', { class: 'endnotes' }, ...items)
}

function endnote(note: Note, first: number, style: Style, context: Context): Html {
  const { number, excerpt, sites } = note
  const { source, ref, anchor } = context.sourceOf(excerpt.source)
  const annexed = context.has('evidence annex')
  const quote = annexed ? clipped(excerpt.exact, quoteLimit) : excerpt.exact
  const isFirst = first === number
  return element(
    'li',
    { id: context.anchor(noteAnchor(number)) },
    element(
      'span',
      { class: 'note-number' },
      annexed ? element('a', { href: `#${evidenceAnchor(number)}` }, number) : number,
    ),
    // On the screen the quotation opens its passage; on paper the two names say nothing.
    element('span', { class: 'quote', 'data-source': excerpt.source, 'data-excerpt': excerpt.id }, quotedWords(quote)),
    ' ',
    element('span', { class: 'ref' }, context.has('sources') ? element('a', { href: `#${anchor}` }, ref) : ref),
    ' ',
    isFirst ? full[style](source) : join(short[style](source), ' (', noteLink(first), ')'),
    pageWords(note, source.versions),
    '. ',
    say('briefing.graded', { grade: gradeWords(source.reliability, excerpt.credibility) }),
    isFirst && source.reliabilityReason !== '' && ` ${asSentence(source.reliabilityReason)}`,
    anchorState(excerpt.state),
    ' ',
    backLinks(sites),
  )
}

const full: Record<Style, (source: NamedSource['source']) => Html> = {
  descriptor: reference,
  chicago: chicagoReference,
}

const short: Record<Style, (source: NamedSource['source']) => string> = {
  descriptor: source => quotedWords(source.title === '' ? titleWords(source) : shortTitle(source.title)),
  chicago: chicagoShortNote,
}

const noteLink = (number: number): Html =>
  element('a', { href: `#${noteAnchor(number)}` }, say('apparatus.seeNote', { note: number }))

const asSentence = (words: string): string =>
  capitalised(/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`)

/** The page by the number printed on it, where the document has pages. */
const pageWords = ({ excerpt }: Note, versions: readonly TextVersion[]): string | null => {
  const pages = versions.find(({ id }) => id === excerpt.textVersion)?.pages
  return excerpt.page !== null && pages ? `, ${say('apparatus.page', { page: pageName(pages, excerpt.page) })}` : null
}

/** What a reader must know when the quotation no longer stands in the source's current text as it was taken. */
const anchorState = (state: Note['excerpt']['state']): Html | null =>
  state === 'exact' || state === 'moved'
    ? null
    : join(' ', element('span', { class: 'flag' }, say(`briefing.anchor.${state}`)))

const backLinks = (sites: readonly string[]): Html =>
  element(
    'span',
    { class: 'back' },
    say('briefing.backTo'),
    ...sites.map((site, index) =>
      join(
        ' ',
        element(
          'a',
          { href: `#${site}`, 'aria-label': say('briefing.backLabel', { number: index + 1 }) },
          letters(index),
        ),
      ),
    ),
  )

/** a … z, aa, ab …: the citations of one note in the order of the text. */
export function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter
}
