import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useCommands } from '../../commands.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { TagDetail } from './TagDetail.tsx'
import { TagTree } from './TagTree.tsx'
import { tagCommands } from './tag-actions.ts'
import type { KnownTag } from './tag-rows.ts'
import { useTagBook } from './use-tag-book.ts'
import { useTyping } from './use-typing.ts'
import './tags.css'

/** The code book: every tag with how often it is borne, ordered, named, merged and split where it stands. */
export const TagsScreen = () => {
  const { value: tags, refusal } = useRead('tags.list', {})
  if (refusal) return <EmptyState sentence={refusal.message} />
  return tags === undefined ? null : <CodeBook tags={tags} />
}

const CodeBook = ({ tags }: { tags: readonly KnownTag[] }) => {
  const book = useTagBook(tags)
  const { active, asking } = book
  const isFixed = useWhyFixed() !== null
  const filter = useRef<HTMLInputElement>(null)
  // Alt with an arrow moves by words in a field: there it is not ours.
  const typing = useTyping()
  useCommands(typing ? [] : tagCommands(book, isFixed, () => filter.current?.focus()))
  const isSmall = useMedia('(max-width: 760px)')
  const add = (
    <Button
      writes
      label={say('tags.new')}
      icon={<Plus size={14} />}
      onClick={() => book.startNaming({ under: active?.parent ?? null })}
    />
  )
  if (tags.length === 0 && book.naming === null) return <EmptyState sentence={say('tags.none')}>{add}</EmptyState>

  const tree = (
    <div className="tags-book">
      <div className="tags-tools" role="toolbar" aria-label={say('tags.tools')}>
        <input
          ref={filter}
          className="input"
          type="search"
          aria-label={say('tags.filter')}
          placeholder={say('tags.filterHint')}
          value={book.words}
          onChange={event => book.filter(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            book.filter('')
            event.currentTarget.blur()
          }}
        />
        <span className="small muted tags-count">{say('tags.count', { count: tags.length })}</span>
        {add}
      </div>
      <div className="tags-head small muted" aria-hidden="true">
        <span>{say('tags.tag')}</span>
        <span className="tags-digit">{say('tags.digit')}</span>
        <span className="numeric">{say('tags.excerpts')}</span>
        <span className="numeric">{say('tags.sources')}</span>
        <span className="numeric" title={say('tags.inAllWhy')}>
          {say('tags.inAll')}
        </span>
        <span />
      </div>
      {book.rows.length === 0 ? (
        <EmptyState sentence={say('tags.noneFits')}>
          <Button label={say('tags.showAll')} onClick={() => book.filter('')} />
        </EmptyState>
      ) : (
        <TagTree book={book} />
      )}
    </div>
  )
  const detail = <TagDetail book={book} />
  const over = () => book.ask(null)
  return (
    <div className="tags">
      {isSmall ? (
        <div className="tags-stack">
          {tree}
          {detail}
        </div>
      ) : (
        <Panes
          id="tags"
          panes={[
            { id: 'book', min: '360px', children: tree },
            { id: 'detail', size: '360px', min: '260px', max: '560px', children: detail },
          ]}
        />
      )}
      {asking === 'merge' ? (
        <MergeDialog
          tags={tags}
          selected={book.selected}
          onDone={into => {
            book.select([into])
            over()
          }}
          onClose={over}
        />
      ) : null}
      {asking === 'split' && active ? (
        <SplitDialog tag={active} onDone={id => book.select([id])} onClose={over} />
      ) : null}
      {asking === 'remove' && active ? (
        <RemoveDialog tags={tags} tag={active} onRemove={() => book.remove(active.id)} onClose={over} />
      ) : null}
    </div>
  )
}
