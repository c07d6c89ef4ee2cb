import type { CaseDocument } from '../../../shared/model/case-document.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, isWebAddress, join, joinWith } from '../html.ts'
import { capitalised, listWords } from '../wording.ts'

type Source = CaseDocument['sources'][number]

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

/** Author, title, publisher, date, kind: what ICD 206 asks an endnote to state; what the document does not state is said. */
export function reference(source: Source): Html {
  const authors = source.authors.length === 0 ? capitalised(say('briefing.authorNotStated')) : listWords(source.authors)
  const parts: (Html | string)[] = [
    authors,
    join('“', titleWords(source), '”'),
    source.publisher || say('briefing.publisherNotStated'),
    dateWords(source),
    source.kind,
  ]
  const address = isWebAddress(source.url)
    ? element('a', { href: source.url, class: 'address' }, source.url)
    : source.url
  return join(joinWith(parts, ', '), source.url !== '' && join(', ', address), '.')
}

/** `B3`: the reliability of the source and the credibility of what it says, judged apart (Admiralty grading). */
export const gradeWords = (reliability: string, credibility: number | null): string =>
  credibility === null ? reliability : `${reliability}${credibility}`
