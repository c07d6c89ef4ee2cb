import { useRef, useState } from 'react'
import type { Book } from '../../shared/model/sheet.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { createFileReaders } from './file-reader.ts'
import './sheet-parts.css'

type SheetFileProps = {
  /** Endings of files that are offered. */
  accept: string
  /** What is to be chosen, and what stands where nothing is yet. */
  choose: string
  drop: string
  /** The file that was read. */
  fileName: string | undefined
  isDisabled?: boolean
  onRead: (read: { book: Book } | { refusal: string }) => void
}

/** A spreadsheet, chosen or dropped, and read apart from the page. */
export const SheetFile = ({ accept, choose, drop, fileName, isDisabled = false, onRead }: SheetFileProps) => {
  const files = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined || isDisabled) return
    setReading(true)
    const readers = createFileReaders()
    const read = await readers.book(file)
    readers.end()
    setReading(false)
    onRead(read)
  }
  return (
    <div
      className="sheet-file"
      role="group"
      aria-label={choose}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault()
        void take(event.dataTransfer.files[0])
      }}
    >
      <Button
        label={fileName === undefined ? choose : say('exchange.chooseOther')}
        look={fileName === undefined ? 'primary' : 'plain'}
        disabled={isReading || isDisabled}
        onClick={() => files.current?.click()}
      />
      <span className="muted">{fileName ?? (isReading ? say('exchange.reading') : drop)}</span>
      <input
        ref={files}
        type="file"
        hidden
        accept={accept}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
