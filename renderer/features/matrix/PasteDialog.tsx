import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { entryReads } from './CellEditor.tsx'
import { columnTitle } from './GridHead.tsx'
import type { Pasted } from './pasting.ts'
import { claimOf } from './use-entry.ts'
import './entry.css'

/** Lines that are looked through; what follows is counted, and the first of it are those not understood. */
const shownLines = 200

type PasteDialogProps = { pasted: readonly Pasted[]; outside: readonly string[]; onClose: () => void }

/** A block from a spreadsheet before it is entered: where each of its words goes and what it is read as. One step of undo. */
export const PasteDialog = ({ pasted, outside, onClose }: PasteDialogProps) => {
  const [keepsWords, setKeepsWords] = useState(true)
  const taken = pasted.filter(one => one.entry !== null && (keepsWords || one.entry.isRead))
  const unread = pasted.filter(one => one.entry?.isRead === false)
  const tooLong = pasted.filter(one => one.entry === null)
  const doubtfulFirst = [...tooLong, ...unread, ...pasted.filter(one => one.entry?.isRead)]
  return (
    <FormDialog
      title={say('matrix.pasteTitle')}
      className="matrix-paste"
      saveLabel={say('matrix.pasteEnter', { count: taken.length })}
      canSave={taken.length > 0 && taken.length <= 1_000}
      onSave={() =>
        perform('claims.createAll', {
          claims: taken.flatMap(({ term, column, entry }) => (entry === null ? [] : [claimOf(term, column, entry)])),
        })
      }
      onClose={onClose}
    >
      <p>
        {say('matrix.pasteCounts', { read: pasted.length - unread.length - tooLong.length, unread: unread.length })}
      </p>
      {taken.length > 1_000 ? <p role="alert">{say('matrix.pasteTooMany')}</p> : null}
      {outside.length === 0 ? null : (
        <p className="matrix-paste-outside">
          {say('matrix.pasteOutside', { count: outside.length, words: outside.slice(0, 8).join(' · ') })}
        </p>
      )}
      {unread.length === 0 ? null : (
        <label>
          <input type="checkbox" checked={keepsWords} onChange={event => setKeepsWords(event.target.checked)} />{' '}
          {say('matrix.pasteKeep', { count: unread.length })}
        </label>
      )}
      <div className="matrix-paste-lines">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('matrix.term')}</th>
              <th scope="col">{say('matrix.pasteColumn')}</th>
              <th scope="col">{say('matrix.pasteWords')}</th>
              <th scope="col">{say('matrix.pasteReads')}</th>
            </tr>
          </thead>
          <tbody>
            {doubtfulFirst.slice(0, shownLines).map(one => (
              <tr key={`${one.term.id} ${one.column.key}`} className={one.entry?.isRead ? '' : 'doubted'}>
                <td>
                  {one.term.ref} {one.term.name}
                </td>
                <td>{columnTitle(one.column)}</td>
                <td>{one.words.slice(0, 200)}</td>
                <td>{one.entry === null ? say('matrix.pasteTooLong') : entryReads(one.entry, one.term)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {pasted.length > shownLines ? <p>{say('matrix.pasteMore', { count: pasted.length - shownLines })}</p> : null}
      </div>
    </FormDialog>
  )
}
