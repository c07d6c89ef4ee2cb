import { useState } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { importFiles } from './import-queue.ts'

/** Text without a file, as a file of its own. */
export const pastedFile = (text: string, name: string, ending: 'txt' | 'html'): File => {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || say('sources.pasteNamed')
  return new File([text], `${plain.slice(0, 80)}.${ending}`, { type: ending === 'html' ? 'text/html' : 'text/plain' })
}

/** Takes text that the analyst has no file of. */
export const PasteDialog = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const submit = () => {
    onClose()
    void importFiles([pastedFile(text, name || (text.trim().split('\n')[0] ?? ''), 'txt')])
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
        hint={say('sources.pasteHint')}
        rows={14}
        value={text}
        autoFocus
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
