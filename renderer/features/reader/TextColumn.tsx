import { memo, useMemo } from 'react'
import type { TextBlock, TextPage, TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { headingLevels } from './headings.ts'
import { type Group, groupsOf, membersOf, type Piece } from './layout.ts'
import { beginsWithMarker } from './marker.ts'
import { type PageStart, pagesByBlock } from './page-starts.ts'
import type { Highlight } from './runs.ts'
import { drawPaged } from './Stretch.tsx'
import type { GroupLists } from './spreading.ts'
import { type BlockProps, TextTable } from './TextTable.tsx'
import { useDrawn } from './use-drawn.ts'

const noHighlights: readonly Highlight[] = []
const noPages: readonly PageStart[] = []
const noLists: GroupLists = []

/** Longer than any marker. */
const opening = 40

const hasMarker = (text: string, { start, end }: TextRange) =>
  beginsWithMarker(text.slice(start, Math.min(end, start + opening)))

/** One block. It is drawn anew only when its own highlights change. */
const Block = memo(
  ({ text, block, highlights, pages, level }: BlockProps & { level: number | undefined }) => {
    const words = block.kind === 'table' ? null : drawPaged(text, block, highlights, pages)
    switch (block.kind) {
      case 'title':
        return <h2 className="reader-title">{words}</h2>
      case 'byline':
        return <p className="reader-byline">{words}</p>
      case 'heading': {
        const Heading = `h${level ?? 3}` as 'h3'
        return <Heading className={`reader-heading level-${block.level ?? 1}`}>{words}</Heading>
      }
      case 'list item':
        return (
          <li
            className={`reader-item depth-${Math.min(4, block.level ?? 1)} ${hasMarker(text, block) ? 'marked' : ''}`}
          >
            {words}
          </li>
        )
      case 'quotation':
        return <blockquote>{words}</blockquote>
      case 'table':
        return <TextTable text={text} block={block} highlights={highlights} pages={pages} />
      case 'caption':
        return <p className="reader-caption">{words}</p>
      case 'footnote':
        return <p className="reader-footnote">{words}</p>
      case 'code':
        return <pre>{words}</pre>
      case 'paragraph':
        return <p>{words}</p>
    }
  },
  (before, after) =>
    before.text === after.text && before.block === after.block && before.highlights === after.highlights,
)

type GroupProps = {
  group: Group
  text: string
  blocks: readonly TextBlock[]
  /** The index of its first block, and the highlights of each of its blocks. */
  first: number
  lists: GroupLists | undefined
  pages: readonly (readonly PageStart[])[]
  levels: readonly (number | undefined)[]
  unfolded: boolean
  onToggle: () => void
}

const PieceView = ({
  piece,
  text,
  blocks,
  first,
  lists = noLists,
  pages,
  levels,
  unfolded,
  onToggle,
}: GroupProps & { piece: Piece }) => {
  const drawn = piece.members.map(index => {
    const block = blocks[index]
    return block ? (
      <Block
        key={index}
        text={text}
        block={block}
        highlights={lists[index - first] ?? noHighlights}
        pages={pages[index] ?? noPages}
        level={levels[index]}
      />
    ) : null
  })
  if (piece.kind === 'list') return <ul>{drawn}</ul>
  if (piece.kind === 'block') return drawn
  const marked = piece.members.some(index => (lists[index - first]?.length ?? 0) > 0)
  // Running heads and page numbers: where they fold away, the line stands for the turn of the page.
  const begun = piece.members.flatMap(index => pages[index] ?? []).map(({ label }) => label)
  const count = piece.members.length
  return (
    <div className="reader-apparatus">
      <p className="reader-fold">
        <span>
          {begun.length > 0 ? say('reader.pageFold', { label: begun.join(', ') }) : say('reader.apparatus', { count })}
        </span>
        {marked ? null : (
          <Button
            label={say(unfolded ? 'reader.hideApparatus' : 'reader.showApparatus')}
            title={say('reader.apparatus', { count })}
            look="quiet"
            aria-expanded={unfolded}
            onClick={onToggle}
          />
        )}
      </p>
      {unfolded || marked ? <div className="reader-folded">{drawn}</div> : null}
    </div>
  )
}

/** A group, or, until it is drawn, its words in one run: they can be selected and found, and are laid out when they are near. */
const GroupView = memo(
  (props: GroupProps) => {
    const { group, blocks, text, lists } = props
    const members = membersOf(group)
    const start = blocks[members[0] ?? 0]?.start ?? 0
    const end = blocks[members.at(-1) ?? 0]?.end ?? 0
    return (
      <div className="reader-group" data-from={start} data-to={end}>
        {lists === undefined ? (
          <p>
            <span data-start={start}>{text.slice(start, end)}</span>
          </p>
        ) : (
          group.map(piece => <PieceView key={piece.members[0]} {...props} piece={piece} />)
        )}
      </div>
    )
  },
  (before, after) =>
    before.group === after.group &&
    before.text === after.text &&
    before.unfolded === after.unfolded &&
    before.lists === after.lists,
)

type TextColumnProps = {
  text: string
  blocks: readonly TextBlock[]
  pages: readonly TextPage[]
  highlights: readonly Highlight[]
  /** What is near the window: it is drawn first. Without it all is at once. */
  near?: TextRange
  /** Whether what is set apart is shown. */
  unfolded: boolean
  onToggle: () => void
}

/**
 * The whole text, in groups of blocks that the engine lays out only when they come near the window: nothing is left out,
 * so that selecting and finding reach everything (the study is in rendering.md).
 */
export const TextColumn = ({ text, blocks, pages, highlights, near, unfolded, onToggle }: TextColumnProps) => {
  const groups = useMemo(() => groupsOf(blocks), [blocks])
  const drawn = useDrawn(groups, blocks, highlights, near)
  const starts = useMemo(() => pagesByBlock(blocks, pages), [blocks, pages])
  const levels = useMemo(() => headingLevels(blocks), [blocks])
  return groups.map((group, at) => (
    <GroupView
      key={group[0]?.members[0]}
      group={group}
      text={text}
      blocks={blocks}
      first={group[0]?.members[0] ?? 0}
      lists={drawn[at]}
      pages={starts}
      levels={levels}
      unfolded={unfolded}
      onToggle={onToggle}
    />
  ))
}
