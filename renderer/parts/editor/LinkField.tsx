import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { webAddress } from '../../../shared/rules/web-address.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** The address of a link at the caret: Enter sets it, an empty one takes the link away. */
export const LinkField = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const [address, setAddress] = useState<string>(() => editor.getAttributes('link').href ?? '')
  const [isWrong, setWrong] = useState(false)
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(4), flip(), shift({ padding: 8, crossAxis: true })],
  })
  useEffect(() => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from)
    const caret = new DOMRect(left, top, 0, bottom - top)
    refs.setPositionReference({ getBoundingClientRect: () => caret })
  }, [editor, refs])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const remove = () => {
    editor.view.focus()
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }
  const set = () => {
    if (address.trim() === '') return remove()
    const typed = address.trim()
    const href = webAddress(/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`)
    if (href === null) return setWrong(true)
    editor.view.focus()
    const chain = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setMark('link', { href }).run()
    onClose()
  }
  return (
    <div
      ref={refs.setFloating}
      className="popover editor-link-field"
      style={floatingStyles}
      role="dialog"
      aria-label={say('editor.link')}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <input
        className="input"
        aria-label={say('editor.address')}
        aria-invalid={isWrong}
        placeholder={say('editor.addressPlaceholder')}
        value={address}
        // biome-ignore lint/a11y/noAutofocus: the field opens because the analyst asked for it and is about to type.
        autoFocus
        onChange={event => {
          setAddress(event.target.value)
          setWrong(false)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') set()
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <Button label={say('editor.setLink')} onClick={set} />
      {editor.isActive('link') ? <Button label={say('editor.removeLink')} look="quiet" onClick={remove} /> : null}
      {isWrong ? (
        <p className="small editor-wrong" role="alert">
          {say('editor.wrongAddress')}
        </p>
      ) : null}
    </div>
  )
}
