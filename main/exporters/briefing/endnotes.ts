import type { TextVersion } from '../../../shared/model/text-version.ts'
import { pageName } from '../../../shared/rules/pages.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { evidenceAnchor, type Note, noteAnchor } from './citations.ts'
import type { Context } from './context.ts'
import { gradeWords, reference } from './reference.ts'

const quoteLimit = 140

/**
 * Every cited passage by its number: its words, the full reference of its source, its grade, and links back to each
 * place that cites it. A quotation too long for a note stands whole in the evidence annex.
 */
export function endnotes(context: Context): Html {
  const notes = context.citations.notes()
  if (notes.length === 0) return element('p', {}, say('briefing.noNotes'))
  return element('ol', { class: 'endnotes' }, ...notes.map(note => endnote(note, context)))
}

function endnote(note: Note, context: Context): Html {
  const { number, excerpt, sites } = note
  const { source, ref, anchor } = context.sourceOf(excerpt.source)
  const annexed = context.has('evidence annex')
  const quote = annexed ? clipped(excerpt.exact, quoteLimit) : excerpt.exact
  return element(
    'li',
    { id: noteAnchor(number) },
    element(
      'span',
      { class: 'note-number' },
      annexed ? element('a', { href: `#${evidenceAnchor(number)}` }, number) : number,
    ),
    // On the screen the quotation opens its passage; on paper the two names say nothing.
    element('span', { class: 'quote', 'data-source': excerpt.source, 'data-excerpt': excerpt.id }, `“${quote}”`),
    ' ',
    element('span', { class: 'ref' }, context.has('sources') ? element('a', { href: `#${anchor}` }, ref) : ref),
    ' ',
    reference(source),
    ' ',
    say('briefing.graded', { grade: gradeWords(source.reliability, excerpt.credibility) }),
    pageWords(note, source.versions),
    anchorState(excerpt.state),
    ' ',
    backLinks(sites),
  )
}

/** The page by the number printed on it, where the document has pages. */
const pageWords = ({ excerpt }: Note, versions: readonly TextVersion[]): string | null => {
  const pages = versions.find(({ id }) => id === excerpt.textVersion)?.pages
  return excerpt.page !== null && pages ? ` ${say('briefing.page', { page: pageName(pages, excerpt.page) })}` : null
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
