import { type Fingerprints, fingerprintsOf } from '../../../shared/rules/resemblance/fingerprints.ts'
import { relayPhrases } from '../../../shared/rules/resemblance/relay-phrases.ts'
import { type KnownText, namesOf } from '../../../shared/rules/resemblance/text-index.ts'
import { vocabularySample } from '../../../shared/rules/resemblance/vocabulary.ts'
import { type Words, wordsOf } from '../../../shared/rules/resemblance/words.ts'
import { day } from '../records.ts'

/** An article as a site prints it. */
export type Document = {
  id: string
  title: string
  publisher: string
  author: string
  published: string
  paragraphs: string[]
}

export type Prepared = { document: Document; known: KnownText; words: Words; fingerprints: Fingerprints; site: string }

/** The text with its blocks, as an importer would hand it over. */
export const textOf = ({ title, author, paragraphs }: Document) => {
  const parts = [
    ['title', title],
    ['byline', author === '' ? '' : `By ${author}`],
    ...paragraphs.map(words => ['paragraph', words]),
  ] as const
  let text = ''
  const blocks = parts
    .filter(([, words]) => words !== '')
    .map(([kind, words]) => {
      const start = text.length
      text += `${words}\n\n`
      return {
        start,
        end: start + (words ?? '').length,
        kind: kind as 'title' | 'byline' | 'paragraph',
        apparatus: false,
      }
    })
  return { text: text.trimEnd(), blocks }
}

export const prepared = (document: Document): Prepared => {
  const { text, blocks } = textOf(document)
  const words = wordsOf(text, blocks)
  const fingerprints = fingerprintsOf(words)
  const names = namesOf({ publisher: document.publisher, authors: [document.author], url: '' })
  const known: KnownText = {
    id: document.id,
    published: document.published === '' ? null : day(document.published),
    ...names,
    fingerprints,
    phrases: relayPhrases(text, words),
    vocabulary: vocabularySample(words),
  }
  return { document, known, words, fingerprints, site: names.site }
}
