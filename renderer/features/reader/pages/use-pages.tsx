import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { SourceDetail } from '../../../../shared/contract/sources.ts'
import type { HighlightColour } from '../../../../shared/model/excerpt.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { useCommands } from '../../../commands.ts'
import { titleOf } from '../../../parts/names.ts'
import { say } from '../../../say.ts'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import type { Act } from '../acts.ts'
import type { Ends, Selected } from '../hands/use-selected-stretch.ts'
import { reveal } from '../page-hooks.ts'
import type { Highlight } from '../runs.ts'
import type { Readable } from '../stretches.ts'
import { PagesPane } from './PagesPane.tsx'
import { PagesTools } from './PagesTools.tsx'
import { firstInView, showAtTop } from './use-in-step.ts'
import { useOriginal } from './use-original.ts'

type PagesProps = {
  detail: SourceDetail
  root: RefObject<HTMLElement | null>
  readable: Readable
  highlights: readonly Highlight[]
  chosen: (TextRange & { id: string }) | null
  selected: Selected
  onChoose: (id: string | null) => void
  /** What can be done with selected words; null while nothing can. */
  tools: { highlight: (colour?: HighlightColour) => void; act: (act: Act) => void } | null
}

export type Pages = {
  /** The pages, to stand beside the text; null while they are put away, and undefined where the text has none. */
  pane: ReactNode | null | undefined
  /** The words selected were selected on the pages, and what can be done with them stands there. */
  hasTools: boolean
  /** Shows the pages or puts them away; null where the text has none. */
  toggle: (() => void) | null
}

const key = 'reader-pages'

/** The pages of the PDF that a text came of, to be read beside it. */
export const usePages = (props: PagesProps): Pages => {
  const { detail, root, readable, selected, tools } = props
  const hasPages = detail.version.mediaType === 'application/pdf'
  const [isOpen, setOpen] = useState(() => localStorage.getItem(key) === 'shown')
  const [pressed, setPressed] = useState<TextRange | null>(null)
  const frame = useRef<HTMLDivElement>(null)

  const toggle = () => {
    const text = root.current
    const scroller = text?.closest<HTMLElement>('.reader-scroller')
    // The text is laid out anew for the width that is left: what was read stays in view.
    const first = text && scroller && scroller.scrollTop > 0 ? firstInView(text, scroller, readable) : null
    if (text && scroller && first !== null) afterResizing(text, () => showAtTop(text, scroller, first))
    setOpen(!isOpen)
    localStorage.setItem(key, isOpen ? 'hidden' : 'shown')
    if (isOpen) scroller?.focus({ preventScroll: true })
  }
  useCommands(
    hasPages
      ? [{ id: 'reader.pages', title: say('pages.toggle'), group: say('reader.group'), shortcut: 'O', run: toggle }]
      : [],
  )
  // The words that were selected on the pages, until others are.
  const { stretch } = selected
  useEffect(() => {
    if (pressed !== null && !(stretch && stretch.start >= pressed.start && stretch.end <= pressed.end)) setPressed(null)
  }, [pressed, stretch])
  const hasTools = isOpen && pressed !== null && stretch !== null

  if (!hasPages) return { pane: undefined, hasTools: false, toggle: null }
  if (!isOpen) return { pane: null, hasTools: false, toggle }
  return {
    toggle,
    hasTools,
    pane: (
      <OpenPages
        {...props}
        frame={frame}
        onSelected={({ anchor, focus }) => {
          setPressed({ start: Math.min(anchor, focus), end: Math.max(anchor, focus) })
          if (root.current) reveal(root.current, { start: focus, end: focus + 1 })
        }}
        onClose={toggle}
        bar={
          hasTools && tools && stretch ? (
            <PagesTools frame={frame} stretch={stretch} onHighlight={tools.highlight} onAct={tools.act} />
          ) : null
        }
      />
    ),
  }
}

type OpenPagesProps = PagesProps & {
  frame: RefObject<HTMLDivElement | null>
  onSelected: (ends: Ends) => void
  onClose: () => void
  bar: ReactNode
}

const OpenPages = ({ detail, bar, ...props }: OpenPagesProps) => {
  const { source, version } = detail
  const original = useOriginal(version)
  return (
    <PagesPane {...props} title={titleOf(source)} version={version} original={original}>
      {bar}
    </PagesPane>
  )
}

/** Calls back once the text has been laid out in another width, and gives up where it is not. */
const afterResizing = (text: HTMLElement, then: () => void) => {
  const width = text.clientWidth
  const observer = new ResizeObserver(() => {
    if (text.clientWidth === width) return
    observer.disconnect()
    then()
  })
  observer.observe(text)
  setTimeout(() => observer.disconnect(), 1000)
}

/** The text, with the pages beside it; beneath it where the window is narrow, or enlarged. A text without pages stands alone. */
export const BesidePages = ({ pages, children }: { pages: Pages; children: ReactNode }) => {
  const narrow = useMedia('(max-width: 760px)')
  if (pages.pane === undefined) return children
  const words = { id: 'words', min: narrow ? '120px' : '300px', children }
  const sheets = { id: 'pages', size: '46%', min: narrow ? '120px' : '220px', children: pages.pane }
  return (
    <Panes
      id={narrow ? 'reader-pages-below' : 'reader-pages'}
      direction={narrow ? 'vertical' : 'horizontal'}
      panes={pages.pane === null ? [words] : [words, sheets]}
    />
  )
}
