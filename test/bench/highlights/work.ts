import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import { type HighlightColour, highlightColour } from '../../../shared/model/excerpt.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { blocksOf } from '../../support/records.ts'
import { articleOf, randomFrom } from '../corpus.ts'
import type { Work } from './contender.ts'

const markOf = (id: string, start: number, end: number, colour: HighlightColour): ExcerptMark => ({
  id: id as ExcerptId,
  start,
  end,
  state: 'exact',
  colour,
  author: '',
  credibility: null,
  tags: [],
  terms: [],
  risks: [],
  notes: 0,
  relations: 0,
  hasComment: false,
})

/** Made-up text of some length with highlights spread evenly over it, of which three in ten begin within another. */
export const workOf = (length: number, count: number): Work => {
  const random = randomFrom(11)
  const text = articleOf(random, length).trim()
  const apart = Math.round(count * 0.7)
  const slot = text.length / apart
  const colours = highlightColour.options
  const marks: ExcerptMark[] = []
  for (let at = 0; at < count; at += 1) {
    const under = marks[at - apart]
    const size = 20 + Math.floor(random() * Math.min(120, slot * 0.6 - 20))
    const start = under
      ? under.start + Math.floor((under.end - under.start) / 2)
      : Math.floor(at * slot + random() * slot * 0.3)
    const words = text.slice(start, Math.min(text.length, start + size))
    const begin = start + words.length - words.trimStart().length
    marks.push(markOf(`mark-${at}`, begin, start + words.trimEnd().length, colours[at % colours.length] ?? 'straw'))
  }
  return {
    text,
    blocks: blocksOf(text),
    marks: marks.sort((one, other) => one.start - other.start || other.end - one.end),
  }
}

/** Highlights of what is seen first, one after the other. */
export const addedOf = ({ text }: Work, count: number): ExcerptMark[] =>
  Array.from({ length: count }, (_, at) =>
    markOf(`added-${at}`, 100 + at * 90, Math.min(text.length, 160 + at * 90), 'rose'),
  )
