import type { Editor } from '@tiptap/core'
import type { KeyboardEvent } from 'react'
import type { Note } from '../../../shared/model/note.ts'
import { citedExcerpts } from '../../../shared/rules/rich-text.ts'
import { Backlinks } from '../../parts/Backlinks.tsx'
import { ExcerptShelf } from '../../parts/ExcerptShelf.tsx'
import { citeAtCaret } from '../../parts/editor/citing.ts'
import { Quotes } from '../../parts/Quotes.tsx'
import { say } from '../../say.ts'
import { goToHeading, type Outline } from './outline.ts'

export const sideParts = ['outline', 'excerpts', 'links'] as const
export type SidePart = (typeof sideParts)[number]

type NoteSideProps = {
  note: Note
  editor: Editor | null
  outline: Outline
  part: SidePart
  onPart: (part: SidePart) => void
}

/** Beside the note: its headings, excerpts to cite in it, and what it is linked with. */
export const NoteSide = ({ note, editor, outline, part, onPart }: NoteSideProps) => {
  const cited = citedExcerpts(note.document)
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = sideParts[(sideParts.indexOf(part) + by + sideParts.length) % sideParts.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    onPart(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus()
  }
  return (
    <aside className="notes-side" aria-label={say('notes.side')}>
      <div role="tablist" aria-label={say('notes.side')} className="notes-tabs" onKeyDown={step}>
        {sideParts.map(one => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`notes-tab-${one}`}
            data-part={one}
            aria-selected={part === one}
            aria-controls="notes-side-panel"
            tabIndex={part === one ? 0 : -1}
            onClick={() => onPart(one)}
          >
            {say(`notes.side.${one}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="notes-side-panel" aria-labelledby={`notes-tab-${part}`} className="notes-side-panel">
        {part === 'outline' ? <OutlineOf editor={editor} outline={outline} /> : null}
        {part === 'excerpts' ? (
          <ExcerptShelf
            cited={new Set(cited)}
            onPick={
              editor === null
                ? undefined
                : excerpt => {
                    editor.commands.focus()
                    citeAtCaret(editor, excerpt)
                  }
            }
          />
        ) : null}
        {part === 'links' ? (
          <div className="notes-links">
            <Backlinks record="note" id={note.id} sayNone />
            <h3 className="label">{say('notes.cited')}</h3>
            {cited.length === 0 ? (
              <p className="small muted">{say('notes.citesNothing')}</p>
            ) : (
              <Quotes excerpts={cited.map(excerpt => ({ excerpt }))} />
            )}
          </div>
        ) : null}
      </div>
    </aside>
  )
}

const OutlineOf = ({ editor, outline: { headings } }: { editor: Editor | null; outline: Outline }) => {
  if (headings.length === 0) return <p className="small muted">{say('notes.noHeadings')}</p>
  // A text that begins at its second level stands at the margin all the same.
  const first = Math.min(...headings.map(({ level }) => level))
  return (
    <nav aria-label={say('notes.side.outline')}>
      <ol className="notes-outline">
        {headings.map(heading => (
          <li key={heading.position} className={`notes-level-${Math.min(heading.level - first + 1, 4)}`}>
            <button type="button" onClick={() => editor && goToHeading(editor, heading)}>
              {heading.words.trim() === '' ? <i className="muted">{say('notes.emptyHeading')}</i> : heading.words}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
