import { ClipboardPaste, FolderOpen, Upload } from 'lucide-react'
import { type DragEvent, type HTMLAttributes, type ReactNode, useEffect, useRef, useState } from 'react'
import { importableEndings } from '../../../shared/rules/file-kinds.ts'
import { useCommands } from '../../commands.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { chosenFiles, droppedFiles } from './found-files.ts'
import { importFiles, recallImport, useImportRun, useLastImport } from './import-queue.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { pastedFiles } from './pasted.ts'

/** The ways for files into the case. */
export type WaysIn = {
  /** Brings up the chooser of files. */
  choose: () => void
  /** The buttons of the bar. */
  buttons: ReactNode
  /** What makes an element take what is dropped on it. */
  area: Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>
  /** What stands over the area, and out of sight within it. */
  overlay: ReactNode
}

/** Files and folders chosen, dropped or pasted, and text without a file. */
export const useWaysIn = (): WaysIn => {
  const [pasting, setPasting] = useState(false)
  const [dropping, setDropping] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const choose = () => files.current?.click()
  const chooseFolder = () => {
    const input = Object.assign(document.createElement('input'), { type: 'file', webkitdirectory: true })
    input.addEventListener('change', () => takeChosen(input))
    input.click()
  }
  const [run, last] = [useImportRun(), useLastImport()]
  const group = say('sources.group')

  useCommands([
    { id: 'sources.import', title: say('sources.import'), group, shortcut: 'Mod+I', run: choose },
    { id: 'sources.importFolder', title: say('imports.folder'), group, shortcut: 'Mod+Shift+I', run: chooseFolder },
    { id: 'sources.paste', title: say('sources.paste'), group, run: () => setPasting(true) },
  ])
  useEffect(() => {
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || clipboardData === null) return
      void importFiles(chosenFiles(pastedFiles(clipboardData)))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])

  const takeChosen = (input: HTMLInputElement) => {
    void importFiles(chosenFiles([...(input.files ?? [])]))
    input.value = ''
  }
  return {
    choose,
    buttons: (
      <>
        <Button writes look="primary" icon={<Upload size={16} />} label={say('sources.import')} onClick={choose} />
        <Button writes iconOnly icon={<FolderOpen size={16} />} label={say('imports.folder')} onClick={chooseFolder} />
        <Button
          writes
          icon={<ClipboardPaste size={16} />}
          label={say('sources.paste')}
          onClick={() => setPasting(true)}
        />
        {run === null && last !== null ? (
          <Button look="quiet" label={say('imports.last')} onClick={recallImport} />
        ) : null}
      </>
    ),
    area: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        setDropping(false)
        void droppedFiles(event.dataTransfer).then(importFiles)
      },
    },
    overlay: (
      <>
        <input
          ref={files}
          type="file"
          accept={importableEndings.join()}
          multiple
          hidden
          onChange={event => takeChosen(event.target)}
        />
        {dropping ? <p className="sources-drop">{say('sources.drop')}</p> : null}
        {pasting ? <PasteDialog onClose={() => setPasting(false)} /> : null}
      </>
    ),
  }
}
