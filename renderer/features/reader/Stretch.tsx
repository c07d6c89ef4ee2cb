import { Fragment, type ReactNode } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { cutAtPages, type PageStart } from './page-starts.ts'
import { type Highlight, runs } from './runs.ts'

type StretchProps = { text: string; range: TextRange; highlights: readonly Highlight[] }

/** Where a page of the document begins. It holds no words of its own, so that every offset stays what it is. */
const PageMark = ({ label, imageOnly }: PageStart) => (
  <span
    className={imageOnly ? 'reader-page-mark image-only' : 'reader-page-mark'}
    role="doc-pagebreak"
    aria-label={say(imageOnly ? 'reader.pageOfImage' : 'reader.page', { label })}
    data-label={imageOnly ? say('reader.pageOfImage', { label }) : label}
  />
)

export const PageMarks = ({ pages }: { pages: readonly PageStart[] }) =>
  pages.map(page => <PageMark key={page.label} {...page} />)

/** A stretch with the pages that begin in it. */
export const PagedStretch = ({ pages, range, ...stretch }: StretchProps & { pages: readonly PageStart[] }) =>
  cutAtPages(range, pages).map(piece => (
    <Fragment key={piece.range.start}>
      <PageMarks pages={piece.pages} />
      <Stretch range={piece.range} {...stretch} />
    </Fragment>
  ))

/** Its colour, its lane, and whether it begins or ends with this run: there it has an edge. */
const classOf = ({ colour, lane, start, end }: Highlight, run: TextRange) =>
  `reader-mark reader-${colour} lane-${lane}${start === run.start ? ' begins' : ''}${end === run.end ? ' ends' : ''}`

/** A stretch of the text as runs; each is an element that knows its offset, inside one mark for every highlight over it. */
export const Stretch = ({ text, range, highlights }: StretchProps) =>
  runs(range, highlights).map(run => (
    <span key={run.start}>
      {run.highlights.reduceRight<ReactNode>(
        (inner, highlight) => (
          <mark
            key={highlight.id}
            className={classOf(highlight, run)}
            data-excerpt={highlight.id}
            aria-description={highlight.name}
          >
            {inner}
          </mark>
        ),
        <span data-start={run.start}>{text.slice(run.start, run.end)}</span>,
      )}
    </span>
  ))
