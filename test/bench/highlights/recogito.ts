import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import { bareText, type Contender, contend, flattening, type Work } from './contender.ts'

const annotations = ({ text, blocks }: Work, marks: readonly ExcerptMark[]) => {
  const flat = flattening(blocks)
  return marks.map(({ id, start, end }) => {
    const quote = text.slice(start, end).replaceAll('\n', '')
    return { id, bodies: [], target: { annotation: id, selector: [{ quote, start: flat(start), end: flat(end) }] } }
  })
}

// By its store, which finds the ranges of offsets: `setAnnotations` of 4.1.1 leaves them out, and the CSS renderer needs them.
const drawnBy = (renderer: 'SPANS' | 'CSS_HIGHLIGHTS') => (): Contender => {
  let annotator: ReturnType<typeof createTextAnnotator>
  let given: Work
  return {
    draw: (host, work) => {
      given = work
      bareText(host, work, null)
      annotator = createTextAnnotator(host, { renderer, annotatingEnabled: false })
      annotator.state.store.bulkAddAnnotations(annotations(work, work.marks), true)
      return work.marks.length
    },
    isDrawn: () =>
      renderer === 'SPANS' ? document.querySelector('.r6o-annotation') !== null : CSS.highlights.size > 0,
    add: mark => void annotator.state.store.addAnnotation(annotations(given, [mark])[0]),
    isAdded: ({ id }) =>
      renderer === 'SPANS'
        ? document.querySelector(`[data-annotation="${id}"]`) !== null
        : CSS.highlights.has(`_${id}`),
    idAt: (x, y) => {
      const { left, top } = annotator.element.getBoundingClientRect()
      return annotator.state.store.getAt(x - left, y - top)?.id
    },
  }
}

contend('@recogito/text-annotator, spans', drawnBy('SPANS'))
contend('@recogito/text-annotator, CSS', drawnBy('CSS_HIGHLIGHTS'))
