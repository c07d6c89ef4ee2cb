import { type ClipboardEvent, useState } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { chosenFiles } from './found-files.ts'
import { importFiles } from './import-queue.ts'
import { pastedFile } from './pasted.ts'

/** Words with the structure they were copied with; it holds for as long as nobody edits the words. */
type Rich = { html: string; words: string }

/** Takes text that the analyst has no file of. */
export const PasteDialog = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [rich, setRich] = useState<Rich | null>(null)
  const structured = rich !== null && rich.words === text ? rich : null
  const submit = () => {
    onClose()
    const file = structured ? pastedFile(structured.html, name || text, 'html') : pastedFile(text, name || text, 'txt')
    void importFiles(chosenFiles([file]))
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html')
    const words = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n')
    // Pasted into other words it is a part of them, and of a part nobody knows the structure.
    if (html.trim() === '' || words.trim() === '' || text.trim() !== '') return
    event.preventDefault()
    setText(words)
    setRich({ html, words })
  }
  return (
    <Dialog
      title={say('sources.pasteTitle')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button
            writes
            look="primary"
            label={say('sources.pasteImport')}
            disabled={text.trim() === ''}
            onClick={submit}
          />
        </>
      }
    >
      <TextArea
        label={say('sources.pasteText')}
        hint={say(structured ? 'imports.pasteStructured' : rich ? 'imports.pasteEdited' : 'imports.pasteHint')}
        rows={14}
        value={text}
        autoFocus
        onPaste={paste}
        onChange={event => setText(event.target.value)}
      />
      <TextField
        label={say('sources.pasteName')}
        value={name}
        placeholder={say('sources.pasteNamed')}
        onChange={event => setName(event.target.value)}
      />
    </Dialog>
  )
}
