import { memo, useMemo } from 'react'
import type { TextBlock, TextPage, TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { type Group, groupsOf, type Piece } from './layout.ts'
import { beginsWithMarker } from './marker.ts'
import { type PageStart, pagesByBlock } from './page-starts.ts'
import type { Highlight } from './runs.ts'
import { PagedStretch } from './Stretch.tsx'
import { type BlockProps, TextTable } from './TextTable.tsx'
import { useByBlock } from './use-by-block.ts'

const noHighlights: readonly Highlight[] = []
const noPages: readonly PageStart[] = []

/** Longer than any marker. */
const opening = 40

const hasMarker = (text: string, { start, end }: TextRange) =>
  beginsWithMarker(text.slice(start, Math.min(end, start + opening)))

/** One block. It is drawn anew only when its own highlights change. */
const Block = memo(
  ({ text, block, highlights, pages }: BlockProps) => {
    const words = <PagedStretch text={text} range={block} highlights={highlights} pages={pages} />
    switch (block.kind) {
      case 'title':
        return <h2 className="reader-title">{words}</h2>
      case 'byline':
        return <p className="reader-byline">{words}</p>
      case 'heading': {
        const Heading = `h${Math.min(6, (block.level ?? 1) + 2)}` as 'h3'
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
  lists: readonly (readonly Highlight[])[]
  pages: readonly (readonly PageStart[])[]
  unfolded: boolean
  onToggle: () => void
}

const PieceView = ({ piece, text, blocks, lists, pages, unfolded, onToggle }: GroupProps & { piece: Piece }) => {
  const drawn = piece.members.map(index => {
    const block = blocks[index]
    return block ? (
      <Block
        key={index}
        text={text}
        block={block}
        highlights={lists[index] ?? noHighlights}
        pages={pages[index] ?? noPages}
      />
    ) : null
  })
  if (piece.kind === 'list') return <ul>{drawn}</ul>
  if (piece.kind === 'block') return drawn
  const marked = piece.members.some(index => (lists[index]?.length ?? 0) > 0)
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

const startOf = ({ group, blocks }: GroupProps) => blocks[membersOf(group)[0] ?? 0]?.start
const endOf = ({ group, blocks }: GroupProps) => blocks[membersOf(group).at(-1) ?? 0]?.end
const membersOf = (group: Group) => group.flatMap(piece => piece.members)

const GroupView = memo(
  (props: GroupProps) => (
    <div className="reader-group" data-from={startOf(props)} data-to={endOf(props)}>
      {props.group.map(piece => (
        <PieceView key={piece.members[0]} {...props} piece={piece} />
      ))}
    </div>
  ),
  (before, after) =>
    before.group === after.group &&
    before.text === after.text &&
    before.unfolded === after.unfolded &&
    (before.lists === after.lists || membersOf(after.group).every(index => before.lists[index] === after.lists[index])),
)

type TextColumnProps = {
  text: string
  blocks: readonly TextBlock[]
  pages: readonly TextPage[]
  highlights: readonly Highlight[]
  /** Whether what is set apart is shown. */
  unfolded: boolean
  onToggle: () => void
}

/**
 * The whole text, in groups of blocks that the engine lays out only when they come near the window: nothing is left out,
 * so that selecting and finding reach everything (the study is in rendering.md).
 */
export const TextColumn = ({ text, blocks, pages, highlights, unfolded, onToggle }: TextColumnProps) => {
  const groups = useMemo(() => groupsOf(blocks), [blocks])
  const lists = useByBlock(blocks, highlights)
  const starts = useMemo(() => pagesByBlock(blocks, pages), [blocks, pages])
  return groups.map(group => (
    <GroupView
      key={group[0]?.members[0]}
      group={group}
      text={text}
      blocks={blocks}
      lists={lists}
      pages={starts}
      unfolded={unfolded}
      onToggle={onToggle}
    />
  ))
}
