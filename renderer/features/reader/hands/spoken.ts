import type { TextRange } from '../../../../shared/model/text-version.ts'
import { segmenterFor } from '../../../../shared/rules/sentences.ts'
import { announce } from '../../../announcements.ts'
import { say } from '../../../say.ts'
import type { Highlight } from '../runs.ts'
import type { Readable } from './readable.ts'

const longestSaid = 160
const ofBeginning = 80
const ofEnd = 50
/** Beyond it nobody wants the number of words, and counting them takes its time. */
const longestCounted = 20_000

/** The words of a stretch as they are said: of a long one the beginning and the end. */
export const spokenWords = (text: string, { start, end }: TextRange): string => {
  const tidy = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, ' ').trim()
  if (end - start <= longestSaid) return tidy(start, end)
  // Cut where a word ends, so that none is read out in part.
  const first = tidy(start, start + ofBeginning).replace(/\s\S*$/, '')
  const last = tidy(end - ofEnd, end).replace(/^\S*\s/, '')
  return say('hands.longWords', { first, last })
}

/** What is said of a selection: its words and their number. */
export const spokenSelection = ({ text, language }: Readable, stretch: TextRange): string => {
  const words = spokenWords(text, stretch)
  if (stretch.end - stretch.start > longestCounted) return say('hands.selectedMany', { words })
  const pieces = segmenterFor(language, 'word').segment(text.slice(stretch.start, stretch.end))
  const count = [...pieces].filter(one => one.isWordLike).length
  return say('hands.selected', { words, count })
}

/** Says what rests on a highlight, and its words. */
export const announceHighlight = (text: string, highlight: Highlight | undefined): void => {
  if (highlight === undefined) return
  announce(say('hands.chosen', { name: highlight.name, words: spokenWords(text, highlight) }))
}
