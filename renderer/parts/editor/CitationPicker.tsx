import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { titleOf } from '../names.ts'

type CitationPickerProps = {
  editor: Editor
  excerpts: ReadonlyMap<string, ExcerptCard>
  onPick: (excerpt: string) => void
  onClose: () => void
}

/** The excerpts of the case at the caret, those marked last first, so that the place in the text is never lost. */
export const CitationPicker = ({ editor, excerpts, onPick, onClose }: CitationPickerProps) => {
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(4), flip(), shift({ padding: 8, crossAxis: true })],
  })
  useEffect(() => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.head)
    const caret = new DOMRect(left, top, 0, bottom - top)
    refs.setPositionReference({ getBoundingClientRect: () => caret })
  }, [editor, refs])
  const options = useMemo(
    () =>
      [...excerpts.values()]
        .toSorted((a, b) => b.created.localeCompare(a.created))
        .map(card => ({
          id: card.id as string,
          label: card.anchor.exact,
          hint: titleOf({ title: card.sourceTitle }),
        })),
    [excerpts],
  )
  return (
    <div
      ref={refs.setFloating}
      className="popover editor-picker"
      style={floatingStyles}
      role="dialog"
      aria-label={say('editor.cite')}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <Picker
        label={say('editor.cite')}
        placeholder={say('editor.citePlaceholder')}
        nothing={say('editor.noExcerpt')}
        options={options}
        autoFocus
        onCancel={() => {
          onClose()
          editor.commands.focus()
        }}
        onPick={onPick}
      />
    </div>
  )
}
