import type { CaseDocument } from '../../shared/model/case-document.ts'
import { claimWords } from '../../shared/rules/words.ts'
import { type CitedExcerpt, evidenceAnchor, type Note, noteAnchor } from './citations.ts'
import type { Context, NamedSource } from './context.ts'
import { element, type Html, join } from './html.ts'
import { gradeWords, titleWords } from './reference.ts'
import { say } from './say.ts'

/** Characters (UTF-16 code units) shown on each side of a quotation, as far as its paragraph reaches. */
const surroundings = 160

/** Every cited passage whole, in its context, source by source; with the claims that rest on it. */
export function evidenceAnnex(context: Context): Html {
  const notes = context.citations.notes()
  const parts = context.sources.flatMap(named => {
    const here = notes.filter(({ excerpt }) => excerpt.source === named.source.id)
    here.sort((left, right) => left.excerpt.start - right.excerpt.start || left.number - right.number)
    return here.length === 0 ? [] : [sourcePart(named, here, context)]
  })
  return parts.length === 0 ? element('p', {}, say('briefing.noNotes')) : join(...parts)
}

const sourcePart = ({ ref, source }: NamedSource, notes: readonly Note[], context: Context): Html =>
  element(
    'article',
    { class: 'evidence' },
    element('h3', {}, element('span', { class: 'ref' }, ref), ' ', titleWords(source)),
    ...notes.map(note => passage(note, context)),
  )

function passage({ number, excerpt }: Note, context: Context): Html {
  const { before, after } = inContext(excerpt, context.document)
  const { source } = context.sourceOf(excerpt.source)
  return element(
    'div',
    { class: 'passage', id: evidenceAnchor(number) },
    element('p', { class: 'passage-number' }, element('a', { href: `#${noteAnchor(number)}` }, number)),
    element(
      'p',
      { class: 'passage-text' },
      element('span', { class: 'around' }, before),
      element('mark', {}, excerpt.exact),
      element('span', { class: 'around' }, after),
    ),
    element(
      'p',
      { class: 'quiet' },
      `${gradeWords(source.reliability, excerpt.credibility)}. `,
      usesOf(excerpt, context),
    ),
  )
}

/** The text on both sides of a quotation within its paragraph, cut at words; the kept context where the text no longer holds it. */
export function inContext(excerpt: CitedExcerpt, document: CaseDocument): { before: string; after: string } {
  const versions = document.sources.find(({ id }) => id === excerpt.source)?.versions ?? []
  const version = versions.find(({ id }) => id === excerpt.textVersion)
  if (version === undefined || version.text.slice(excerpt.start, excerpt.end) !== excerpt.exact)
    return { before: `…${flat(excerpt.prefix)}`, after: `${flat(excerpt.suffix)}…` }
  const first = version.blocks.find(({ end }) => end > excerpt.start)?.start ?? 0
  const last = version.blocks.find(({ end }) => end >= excerpt.end)?.end ?? version.text.length
  const from = Math.max(Math.min(first, excerpt.start), excerpt.start - surroundings)
  const to = Math.min(Math.max(last, excerpt.end), excerpt.end + surroundings)
  const before = version.text.slice(from, excerpt.start)
  const after = version.text.slice(excerpt.end, to)
  return {
    before: from > first ? `… ${flat(before.replace(/^\S*\s/, ''))}` : flat(before),
    after: to < last ? `${flat(after.replace(/\s\S*$/, ''))} …` : flat(after),
  }
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

/** Which claims and risks rest on the passage. */
function usesOf(excerpt: CitedExcerpt, { document, claim }: Context): string {
  const claims = document.claims.filter(({ evidence }) => evidence.some(each => each.excerpt === excerpt.id))
  const risks = document.risks.filter(({ evidence }) => evidence.some(each => each.excerpt === excerpt.id))
  const words = [
    ...claims.map(each => `${claim(each.id)?.termRef ?? ''} ${claimWords(each)}`),
    ...risks.map(({ ref }) => ref),
  ]
  return words.length === 0 ? '' : say('briefing.behind', { words: words.join('; ') })
}
