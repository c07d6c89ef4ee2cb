import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { foundIn, leave, look, replaceAll, replaceOne, type Sought, step } from './find.ts'

type FindBarProps = {
  editor: Editor
  withReplace: boolean
  isFixed: boolean
  onReplace: () => void
  onClose: () => void
}

/** Words of the text that are chosen when the bar opens, if they stand in one line. */
const chosenIn = ({ state }: Editor): string => {
  const { from, to } = state.selection
  const words = to - from > 200 ? '' : state.doc.textBetween(from, to, '\n')
  return words.includes('\n') ? '' : words
}

/** Finds and replaces in the text. Enter goes on, Shift+Enter back, Escape returns to the text with the place chosen. */
export const FindBar = ({ editor, withReplace, isFixed, onReplace, onClose }: FindBarProps) => {
  const [sought, setSought] = useState<Sought>(() => ({ words: chosenIn(editor), matchCase: false, wholeWords: false }))
  const [words, setWords] = useState('')
  const [replaced, setReplaced] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ count: foundIn(now).places.length, at: foundIn(now).at }),
  })
  useEffect(() => look(editor, sought), [editor, sought])
  useEffect(() => input.current?.select(), [])
  const change = (patch: Partial<Sought>) => {
    setReplaced(null)
    setSought(one => ({ ...one, ...patch }))
  }
  const close = () => {
    leave(editor)
    onClose()
  }
  const press = (run: () => void) => (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') run()
    else if (event.key === 'F3') step(editor, event.shiftKey ? -1 : 1)
    else if (event.key.toLowerCase() === 'h' && (event.ctrlKey || event.metaKey)) onReplace()
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) input.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const size = 16
  const told =
    replaced !== null
      ? say('editor.replaced', { count: replaced })
      : sought.words === ''
        ? ''
        : count === 0
          ? say('editor.findNone')
          : say('editor.findCount', { at: at + 1, count })
  return (
    <search className="editor-find" aria-label={say('editor.find')}>
      <div className="editor-find-line">
        <input
          ref={input}
          className="input"
          aria-label={say('editor.find')}
          placeholder={say('editor.find')}
          value={sought.words}
          // biome-ignore lint/a11y/noAutofocus: the bar opens because the analyst asked for it and is about to type.
          autoFocus
          onChange={event => change({ words: event.target.value })}
          onKeyDown={event => press(() => step(editor, event.shiftKey ? -1 : 1))(event)}
        />
        <Button
          label={say('editor.matchCase')}
          icon={<CaseSensitive size={size} />}
          iconOnly
          look="quiet"
          aria-pressed={sought.matchCase}
          onClick={() => change({ matchCase: !sought.matchCase })}
        />
        <Button
          label={say('editor.wholeWords')}
          icon={<WholeWord size={size} />}
          iconOnly
          look="quiet"
          aria-pressed={sought.wholeWords}
          onClick={() => change({ wholeWords: !sought.wholeWords })}
        />
        <Button
          label={say('editor.findPrevious')}
          icon={<ChevronUp size={size} />}
          iconOnly
          look="quiet"
          disabled={count === 0}
          onClick={() => step(editor, -1)}
        />
        <Button
          label={say('editor.findNext')}
          icon={<ChevronDown size={size} />}
          iconOnly
          look="quiet"
          disabled={count === 0}
          onClick={() => step(editor, 1)}
        />
        <Button label={say('shell.close')} icon={<X size={size} />} iconOnly look="quiet" onClick={close} />
      </div>
      {withReplace && !isFixed ? (
        <div className="editor-find-line">
          <input
            className="input"
            aria-label={say('editor.replaceWith')}
            placeholder={say('editor.replaceWith')}
            value={words}
            onChange={event => setWords(event.target.value)}
            onKeyDown={press(() => replaceOne(editor, words))}
          />
          <Button label={say('editor.replace')} disabled={count === 0} onClick={() => replaceOne(editor, words)} />
          <Button
            label={say('editor.replaceAll')}
            disabled={count === 0}
            onClick={() => setReplaced(replaceAll(editor, words))}
          />
        </div>
      ) : null}
      <span className="small muted numeric editor-find-told" role="status">
        {told}
      </span>
    </search>
  )
}
