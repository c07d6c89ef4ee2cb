import { chicagoNote } from '../../../shared/rules/citation/chicago-note.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, isWebAddress, join, joinWith } from '../html.ts'
import { capitalised, listWords } from '../wording.ts'
import type { BriefingRecords } from './records.ts'

type Source = BriefingRecords['sources'][number]

/** The title as the document states it, or that it states none. */
export const titleWords = (source: Source): string => source.title || say('briefing.untitled')

/** The date as far as it is known; an ambiguous one by the words on the document and its readings, never guessed. */
export function dateWords(source: Source): string {
  if (source.published !== null) return partialDateWords(source.published)
  if (source.publishedReadings.length > 1)
    return say('briefing.dateReadings', {
      stated: source.publishedStated,
      readings: source.publishedReadings.map(partialDateWords).join(' / '),
    })
  return source.publishedStated || say('briefing.dateNotStated')
}

/**
 * Author, title, publisher, date, kind, when it was seen and where: what ICD 206 asks an endnote to state. What the
 * document does not state is said. Without a full stop, as a page may follow.
 */
export function reference(source: Source): Html {
  const authors = source.authors.length === 0 ? capitalised(say('briefing.authorNotStated')) : listWords(source.authors)
  const parts: (Html | string)[] = [
    authors,
    join('“', titleWords(source), '”'),
    source.publisher || say('briefing.publisherNotStated'),
    dateWords(source),
    nameOf('sourceKind', source.kind),
    ...(source.accessed === null ? [] : [say('apparatus.accessed', { date: partialDateWords(source.accessed) })]),
    ...(source.url === '' ? [] : [address(source.url)]),
  ]
  return joinWith(parts, ', ')
}

const address = (url: string): Html =>
  isWebAddress(url) ? element('a', { href: url, class: 'address' }, url) : join(url)

/** The whole reference in a style of the Chicago Manual, its address a link as in the other style. */
export function chicagoReference(source: Source): Html {
  const words = chicagoNote(source)
  return source.url !== '' && words.endsWith(source.url)
    ? join(words.slice(0, -source.url.length), address(source.url))
    : join(words)
}

/** `B3`: the reliability of the source and the credibility of what it says, judged apart (Admiralty grading). */
export const gradeWords = (reliability: string, credibility: number | null): string =>
  credibility === null ? reliability : `${reliability}${credibility}`
