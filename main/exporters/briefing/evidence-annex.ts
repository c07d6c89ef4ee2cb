import type { TextRange } from '../../../shared/model/text-version.ts'
import { claimWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join, joinWith } from '../html.ts'
import { evidenceAnchor, type Note, noteAnchor } from './citations.ts'
import type { Context, NamedSource } from './context.ts'
import type { BriefingRecords } from './records.ts'
import { gradeWords, titleWords } from './reference.ts'

/** Characters (UTF-16 code units) shown before the first and after the last quotation of a paragraph, and between two. */
const surroundings = 160

/**
 * Every cited passage whole, in its context, source by source in the order of the text; passages of one paragraph
 * together. Each ends with its number, which leads to its endnote; beneath stand the claims and risks that rest on it.
 */
export function evidenceAnnex(context: Context): Html {
  const notes = context.citations.notes()
  const parts = context.sources.flatMap(named => {
    const here = notes.filter(({ excerpt }) => excerpt.source === named.source.id)
    return here.length === 0 ? [] : [sourcePart(named, here, context)]
  })
  return parts.length === 0 ? element('p', {}, say('briefing.noNotes')) : join(...parts)
}

const sourcePart = (named: NamedSource, notes: readonly Note[], context: Context): Html =>
  element(
    'article',
    { class: 'evidence' },
    element('h3', {}, element('span', { class: 'ref' }, named.ref), ' ', titleWords(named.source)),
    ...passages(named.source, notes).map(passage =>
      element(
        'div',
        { class: 'passage' },
        element('p', { class: 'passage-text' }, ...setPassage(passage, context)),
        element(
          'p',
          { class: 'quiet' },
          joinWith(
            passage.notes.map(note => usesOf(note, context)),
            ' ',
          ),
        ),
      ),
    ),
  )

type Source = BriefingRecords['sources'][number]

/** Notes of one paragraph, by their place, and the text they stand in; `at` is where that text begins in the version. */
export type Passage = { text: string; at: number; notes: Note[]; cutBefore: boolean; cutAfter: boolean }

/**
 * The paragraphs that are quoted, with their notes. A quotation that the text no longer holds at its place stands alone,
 * between the context that was kept with it.
 */
export function passages({ versions }: Pick<Source, 'versions'>, notes: readonly Note[]): Passage[] {
  const paragraphs = new Map<string, TextRange & { text: string; notes: Note[] }>()
  const alone: Passage[] = []
  const byPlace = [...notes].sort(
    (left, right) => left.excerpt.start - right.excerpt.start || left.number - right.number,
  )
  for (const note of byPlace) {
    const { textVersion, start, end, prefix, exact, suffix } = note.excerpt
    const version = versions.find(({ id }) => id === textVersion)
    if (version?.text.slice(start, end) !== exact) {
      alone.push({
        text: prefix + exact + suffix,
        at: start - prefix.length,
        notes: [note],
        cutBefore: true,
        cutAfter: true,
      })
      continue
    }
    const first = Math.min(start, version.blocks.find(block => block.end > start)?.start ?? start)
    const last = Math.max(end, version.blocks.find(block => block.end >= end)?.end ?? end)
    const key = `${textVersion} ${first}`
    const known = paragraphs.get(key)
    paragraphs.set(key, {
      text: version.text,
      start: first,
      end: Math.max(last, known?.end ?? 0),
      notes: [...(known?.notes ?? []), note],
    })
  }
  return [...[...paragraphs.values()].map(shownPart), ...alone]
}

/** Of a long paragraph, what lies around its quotations. */
function shownPart({ text, start, end, notes }: TextRange & { text: string; notes: Note[] }): Passage {
  const from = Math.max(start, Math.min(...notes.map(({ excerpt }) => excerpt.start)) - surroundings)
  const to = Math.min(end, Math.max(...notes.map(({ excerpt }) => excerpt.end)) + surroundings)
  return { text: text.slice(from, to), at: from, notes, cutBefore: from > start, cutAfter: to < end }
}

/** The text in runs: what is quoted underlined, the number of a note where its quotation ends; cut ends at words. */
function setPassage({ text, at, notes, cutBefore, cutAfter }: Passage, context: Context): Html[] {
  const ends = notes.flatMap(({ excerpt: { start, exact } }) => [start - at, start - at + exact.length])
  const bounds = [...new Set([0, text.length, ...ends])].sort((left, right) => left - right)
  const isQuoted = (place: number) =>
    notes.some(({ excerpt: { start, exact } }) => place >= start - at && place < start - at + exact.length)
  const runs = bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? text.length
    const last = index === bounds.length - 2
    const opening = notes.filter(({ excerpt }) => excerpt.start - at === from)
    const closing = notes.filter(({ excerpt }) => excerpt.start - at + excerpt.exact.length === to)
    const words = flat(text.slice(from, to))
    const run = isQuoted(from)
      ? element('mark', {}, words)
      : element('span', { class: 'around' }, between(words, from === 0 && cutBefore, last && cutAfter))
    return join(
      ...opening.map(({ number }) => element('span', { id: context.anchor(evidenceAnchor(number)) })),
      run,
      closing.length > 0 && element('sup', { class: 'cite' }, joinWith(closing.map(numberOf), ',')),
    )
  })
  return runs
}

const numberOf = ({ number }: Note): Html =>
  element('a', { href: `#${noteAnchor(number)}`, 'aria-label': say('briefing.noteLabel', { number }) }, number)

const between = (words: string, cutBefore: boolean, cutAfter: boolean): string => {
  const head = cutBefore ? `… ${words.replace(/^\S*\s+/, '')}` : words
  return cutAfter ? `${head.replace(/\s+\S*$/, '')} …` : head
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

const byRef = <Named extends { ref: string }>(records: readonly Named[]): Named[] =>
  [...records].sort((left, right) => left.ref.localeCompare(right.ref, 'en', { numeric: true }))

/** The grade of a passage, and which claims and risks rest on it. */
function usesOf({ number, excerpt }: Note, { document, sourceOf, claim }: Context): Html {
  const restsHere = ({ evidence }: { evidence: readonly { excerpt: string }[] }) =>
    evidence.some(each => each.excerpt === excerpt.id)
  const words = [
    ...document.claims.filter(restsHere).map(each => `${claim(each.id)?.termRef ?? ''} ${claimWords(each)}`),
    ...byRef(document.risks.filter(restsHere)).map(({ ref }) => ref),
  ]
  const grade = gradeWords(sourceOf(excerpt.source).source.reliability, excerpt.credibility)
  const sentence = words.length === 0 ? `${grade}.` : say('briefing.behind', { grade, words: words.join('; ') })
  return join(element('span', { class: 'ref' }, number), ` ${sentence}`)
}
