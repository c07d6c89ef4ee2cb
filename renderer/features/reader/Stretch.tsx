import { Fragment, type ReactNode } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { cutAtPages, type PageStart } from './page-starts.ts'
import { type Highlight, type Run, runs } from './runs.ts'

/** Where a page of the document begins. It holds no words of its own, so that every offset stays what it is. */
const PageMark = ({ label, imageOnly }: PageStart) => (
  <span
    className={imageOnly ? 'reader-page-mark image-only' : 'reader-page-mark'}
    role="separator"
    aria-label={say(imageOnly ? 'reader.pageOfImage' : 'reader.page', { label })}
    data-label={imageOnly ? say('reader.pageOfImage', { label }) : label}
  />
)

export const PageMarks = ({ pages }: { pages: readonly PageStart[] }) =>
  pages.map(page => <PageMark key={page.label} {...page} />)

/** Its colour, its lane, and whether it begins or ends with this run: there it has an edge. */
const classOf = ({ colour, lane, start, end }: Highlight, run: TextRange) =>
  `reader-mark reader-${colour} lane-${lane}${start === run.start ? ' begins' : ''}${end === run.end ? ' ends' : ''}`

const drawRun = (text: string, { start, end, highlights }: Run): ReactNode =>
  highlights.reduceRight<ReactNode>(
    (inner, highlight, depth) => (
      <mark
        key={depth === 0 ? start : highlight.id}
        className={classOf(highlight, { start, end })}
        data-excerpt={highlight.id}
        aria-description={highlight.name}
      >
        {inner}
      </mark>
    ),
    <span key={start} data-start={start}>
      {text.slice(start, end)}
    </span>,
  )

/**
 * A stretch of the text as runs; each is an element that knows its offset, inside one mark for every highlight over it.
 * Plain functions, no components: most stretches of a long text are one run, and there are thousands of them.
 */
export const drawStretch = (text: string, range: TextRange, highlights: readonly Highlight[]): ReactNode =>
  runs(range, highlights).map(run => drawRun(text, run))

/** A stretch with the pages that begin in it. */
export const drawPaged = (
  text: string,
  range: TextRange,
  highlights: readonly Highlight[],
  pages: readonly PageStart[],
): ReactNode =>
  pages.length === 0
    ? drawStretch(text, range, highlights)
    : cutAtPages(range, pages).map(piece => (
        <Fragment key={piece.range.start}>
          <PageMarks pages={piece.pages} />
          {drawStretch(text, piece.range, highlights)}
        </Fragment>
      ))
