import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { NoteLine, NoteSubject } from '../../../shared/contract/notes.ts'
import { addressOf } from '../../location.ts'
import { titleOf } from '../../parts/names.ts'
import { useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Picker } from '../../ui/Picker.tsx'
import { PickerButton } from '../../ui/PickerButton.tsx'
import { NewNote } from './NewNote.tsx'
import { isMarkdownFile, readMarkdownFiles } from './new-note.ts'
import { type NoteOrder, noteOrders, notesShown } from './note-order.ts'

const lineHeight = 92
const most = 200

const nameOf = ({ ref, name }: NoteSubject) => (ref === '' ? titleOf({ title: name }) : `${ref} ${name}`)

/** The notes whose whole text has the words; the last one may not be written out yet. Null: not known yet. */
const useFound = (words: string): ReadonlySet<string> | null => {
  const typed = words.trim()
  const query = /[\p{L}\p{N}]$/u.test(typed) ? `${typed}*` : typed
  const answer = useRead('search.find', typed === '' ? null : { query, limit: most, kinds: ['note'] }).value
  return useMemo(() => answer && new Set(answer.hits.map(({ id }) => id)), [answer]) ?? null
}

/** The notes of the case: found by words and by what they are about, in an order of choice. Those in sight alone are drawn. */
export const NoteList = ({ lines, current }: { lines: readonly NoteLine[]; current: string | null }) => {
  const [words, setWords] = useState('')
  const [order, setOrder] = useState<NoteOrder>('changed')
  const [about, setAbout] = useState<string | null>(null)
  const isFixed = useWhyFixed() !== null
  const typed = useDeferredValue(words)
  const found = useFound(typed)
  const { value: subjects = [] } = useRead('notes.subjects', {})
  const subject = subjects.find(one => `${one.record} ${one.id}` === about) ?? null
  const shown = useMemo(
    () => notesShown(lines, { words: typed, found, subject, order }),
    [lines, typed, found, subject, order],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: index => shown[index]?.id ?? index,
    overscan: 8,
  })
  const drawn = virtual.getVirtualItems()
  const place = shown.findIndex(line => line.id === current)
  const brought = useRef<string | null>(null)
  useEffect(() => {
    if (place < 0 || brought.current === current) return
    brought.current = current
    virtual.scrollToIndex(place, { align: 'auto' })
  }, [virtual, place, current])

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const at = event.target instanceof HTMLElement ? Number(event.target.dataset.line ?? Number.NaN) : Number.NaN
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }
    const next = steps[event.key]
    if (Number.isNaN(at) || next === undefined || shown[next] === undefined) return
    event.preventDefault()
    event.stopPropagation()
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-line="${next}"]`)?.focus())
  }
  const take = (event: DragEvent) => {
    const files = [...event.dataTransfer.files]
    if (isFixed || files.length === 0 || !files.every(isMarkdownFile)) return
    event.preventDefault()
    event.stopPropagation()
    void readMarkdownFiles(files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the menu of the new note as well.
    <div
      className="notes-list"
      onDragOver={event => {
        if (event.dataTransfer.types.includes('Files') && !isFixed) event.preventDefault()
      }}
      onDrop={take}
    >
      <header>
        <input
          className="input"
          type="search"
          aria-label={say('notes.filter')}
          placeholder={say('notes.filter')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <NewNote />
      </header>
      <div className="notes-sift small">
        <select
          className="input"
          aria-label={say('notes.order')}
          value={order}
          onChange={event => setOrder(noteOrders.find(one => one === event.target.value) ?? 'changed')}
        >
          {noteOrders.map(one => (
            <option key={one} value={one}>
              {say(`notes.order.${one}`)}
            </option>
          ))}
        </select>
        {subjects.length === 0 ? null : (
          <PickerButton
            label={say('notes.about')}
            className="notes-about"
            words={subject === null ? say('notes.aboutAll') : nameOf(subject)}
          >
            {close => (
              <Picker
                label={say('notes.about')}
                placeholder={say('notes.aboutWords')}
                options={subjects.map(one => ({
                  id: `${one.record} ${one.id}`,
                  label: nameOf(one),
                  hint: say('notes.count', { count: one.notes.length }),
                }))}
                mostAtFirst={50}
                nothing={say('notes.aboutNothing')}
                autoFocus
                onPick={id => {
                  setAbout(id)
                  close()
                }}
                onCancel={close}
              />
            )}
          </PickerButton>
        )}
        {subject === null ? null : (
          <Button
            look="quiet"
            iconOnly
            icon={<X size={14} />}
            label={say('notes.aboutAll')}
            onClick={() => setAbout(null)}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className="notes-none muted">{say('notes.noneFits')}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links within, which tabbing reaches too.
        <div ref={scroller} className="notes-lines" onKeyDown={press}>
          <div style={{ height: drawn[0]?.start ?? 0 }} />
          <ul aria-label={say('notes.list')}>
            {drawn.map(({ index }) => {
              const line = shown[index]
              return line === undefined ? null : (
                <li
                  key={line.id}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-posinset={index + 1}
                  aria-setsize={shown.length}
                >
                  <a
                    href={addressOf('notes', line.id)}
                    data-line={index}
                    aria-current={line.id === current ? 'true' : undefined}
                  >
                    <b>{line.title === '' ? say('notes.untitled') : line.title}</b>
                    {line.opening === '' ? null : <span className="small muted notes-snippet">{line.opening}</span>}
                    <span className="small muted notes-facts">
                      {day(order === 'added' ? line.created : line.updated)} ·{' '}
                      {say('notes.words', { count: line.words })}
                      {line.cites === 0 ? null : ` · ${say('notes.cites', { count: line.cites })}`}
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
          <div style={{ height: virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) }} />
        </div>
      )}
    </div>
  )
}
