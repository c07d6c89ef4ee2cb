import { Command } from 'cmdk'
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { SearchHit } from '../../shared/contract/search.ts'
import { whileTyping } from '../../shared/rules/query.ts'
import { keyNames, useCommandList } from '../commands.ts'
import { navigate } from '../location.ts'
import { addressOfHit } from '../parts/hit-address.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { useModal } from '../ui/modal.ts'
import './palette.css'

const lead = 24
/** Terms of the hits whose story is offered. */
const mostStories = 3

/** The words around what was found, which stands near the start: a line shows no more. */
const Snippet = ({ hit }: { hit: SearchHit }) => {
  const marks = hit.marks.toSorted((a, b) => a.start - b.start)
  const from = hit.snippet.lastIndexOf(' ', Math.max(0, (marks[0]?.start ?? 0) - lead)) + 1
  const ends = [from, ...marks.map(mark => mark.end)]
  return (
    <span className="small muted palette-snippet">
      {from > 0 ? '…' : ''}
      {marks.map((mark, index) => (
        <span key={mark.start}>
          {hit.snippet.slice(ends[index], mark.start)}
          <b>{hit.snippet.slice(mark.start, mark.end)}</b>
        </span>
      ))}
      {hit.snippet.slice(ends.at(-1))}
    </span>
  )
}

/** Search over the whole case and every command, in one box. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [words, setWords] = useState('')
  const query = useDeferredValue(words.trimStart())
  const commands = useCommandList()
  const found = useRead('search.find', query.length < 2 ? null : { query: whileTyping(query), limit: 12 })
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useModal(dialog)
  useLayoutEffect(() => input.current?.focus(), [])
  const pick = (action: () => void) => () => {
    onClose()
    action()
  }
  const wanted = words.trim().toLowerCase()
  const fitting = commands.filter(one => one.id !== 'palette' && one.title.toLowerCase().includes(wanted))
  const hits = found.value?.hits ?? []
  const total = found.value?.total ?? 0
  const remark =
    found.refusal?.message ?? (found.value && hits.length + fitting.length === 0 ? say('shell.noHits') : null)
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={say('shell.palette')}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === dialog.current && onClose()}
      onKeyDown={() => undefined}
    >
      <Command label={say('shell.palette')} shouldFilter={false} loop>
        <Command.Input
          ref={input}
          value={words}
          onValueChange={setWords}
          placeholder={say('shell.searchOrCommand')}
          className="palette-input"
        />
        <Command.List className="palette-list" label={say('shell.found')}>
          {hits.length > 0 ? (
            <Command.Group heading={say('shell.hits')}>
              {hits.map(hit => (
                <Command.Item
                  key={`${hit.kind} ${hit.id} ${hit.at?.start ?? ''}`}
                  value={`${hit.kind} ${hit.id} ${hit.at?.start ?? ''}`}
                  onSelect={pick(() => {
                    window.location.hash = addressOfHit(hit)
                  })}
                >
                  <span className="label palette-kind">{say(`shell.kind.${hit.kind}`)}</span>
                  <span className="palette-title">{hit.title === '' ? say('shell.notStated') : hit.title}</span>
                  <Snippet hit={hit} />
                </Command.Item>
              ))}
              {/* A term opens in the matrix; what was said of it, and when, is a screen of its own. */}
              {hits
                .filter(({ kind }) => kind === 'term')
                .slice(0, mostStories)
                .map(({ id, title }) => (
                  <Command.Item key={`story ${id}`} value={`story ${id}`} onSelect={pick(() => navigate('term', id))}>
                    <span className="label palette-kind">{say('shell.kind.story')}</span>
                    <span className="palette-title">{title}</span>
                  </Command.Item>
                ))}
              <Command.Item value="all hits" onSelect={pick(() => navigate('search', null, { q: words.trim() }))}>
                <span className="palette-title">{say('shell.allHits', { total })}</span>
              </Command.Item>
            </Command.Group>
          ) : null}
          {fitting.length > 0 ? (
            <Command.Group heading={say('shell.commands')}>
              {fitting.map(one => (
                <Command.Item key={one.id} value={`command ${one.id}`} onSelect={pick(one.run)}>
                  <span className="palette-title">{one.title}</span>
                  {one.shortcut === undefined ? null : <kbd>{keyNames(one.shortcut)}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
        {remark === null ? null : <p className="palette-none muted">{remark}</p>}
        <p className="palette-hint small muted">{say('shell.paletteHint')}</p>
      </Command>
    </dialog>
  )
}
