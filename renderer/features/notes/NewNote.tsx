import { ChevronDown, Plus } from 'lucide-react'
import { useRef } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { createNote, readMarkdownFiles } from './new-note.ts'
import { noteTemplates } from './templates.ts'

/** A new note: blank by the button, by a method of the trade or out of Markdown files by the menu beside it. */
export const NewNote = ({ inWords = false }: { inWords?: boolean }) => {
  const files = useRef<HTMLInputElement>(null)
  const isFixed = useWhyFixed() !== null
  const methods = noteTemplates.map(template => ({
    id: template,
    label: say(`noteTemplates.${template}`),
    hint: say(`noteTemplates.${template}Hint`),
    run: () => void createNote(template),
  }))
  return (
    <span className="notes-new">
      <Button
        writes
        label={say('notes.new')}
        {...(inWords ? { look: 'primary' as const } : { icon: <Plus size={16} />, iconOnly: true })}
        onClick={() => void createNote()}
      />
      {isFixed ? null : (
        <Menu
          label={say('notes.newFrom')}
          className="button icon-only"
          items={[
            ...methods,
            { id: 'files', label: say('notes.readFiles'), apart: true, run: () => files.current?.click() },
          ]}
        >
          <ChevronDown size={16} aria-hidden="true" />
        </Menu>
      )}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.mdown,.txt"
        aria-label={say('notes.readFiles')}
        onChange={event => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          void readMarkdownFiles(chosen)
        }}
      />
    </span>
  )
}
