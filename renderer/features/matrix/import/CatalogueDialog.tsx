import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../../shared/contract.ts'
import { grouped } from '../../../../shared/rules/groups.ts'
import { notify } from '../../../notices.ts'
import { valueTypeWords } from '../../../parts/names.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/Field.tsx'
import './import.css'

type Entry = OutputOf<'terms.catalogue'>[number]

/** Every word typed stands somewhere in the term, if only in an answer to it: "uranium" finds what asks for resources. */
const fits = ({ name, question, category, options }: Entry, words: readonly string[]) => {
  const all = `${name} ${question} ${category} ${options.join(' ')}`.toLowerCase()
  return words.every(word => all.includes(word))
}

const wordsOf = (letters: string) => letters.toLowerCase().split(/\s+/).filter(Boolean)

const isFree = ({ term }: Entry) => term === null

/** The starter catalogue: terms are taken one by one, by category, or all. What the case asks already cannot be taken again. */
export const CatalogueDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: entries = [] } = useRead('terms.catalogue', {})
  const [letters, setLetters] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [onlyChosen, setOnlyChosen] = useState(false)
  const shown = useMemo(
    () => entries.filter(entry => fits(entry, wordsOf(letters)) && (!onlyChosen || chosen.has(entry.key))),
    [entries, letters, onlyChosen, chosen],
  )
  const categories = useMemo(() => [...grouped(shown, entry => entry.category)], [shown])
  const free = shown.filter(isFree)
  const choose = (some: readonly Entry[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const { key } of some) {
      if (isOn) next.add(key)
      else next.delete(key)
    }
    setChosen(next)
  }
  const take = async () => {
    const outcome = await perform('terms.adopt', { keys: [...chosen] })
    if (!outcome.ok) return
    notify({ tone: 'plain', text: say('catalogue.taken', { count: outcome.value.added.length }) })
    onClose()
  }
  const allChosen = free.length > 0 && free.every(({ key }) => chosen.has(key))
  return (
    <Dialog
      title={say('catalogue.title')}
      wide
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <label className="catalogue-only small">
            <input type="checkbox" checked={onlyChosen} onChange={event => setOnlyChosen(event.target.checked)} />
            {say('catalogue.onlyChosen')}
          </label>
          <span className="catalogue-count small muted" role="status">
            {say('catalogue.chosen', { count: chosen.size, all: entries.length })}
          </span>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button
            writes
            look="primary"
            label={say('catalogue.take', { count: chosen.size })}
            disabled={chosen.size === 0}
            onClick={() => void take()}
          />
        </>
      }
    >
      <div className="catalogue-tools">
        <TextField
          label={say('catalogue.search')}
          type="search"
          value={letters}
          onChange={event => setLetters(event.target.value)}
        />
        <Button
          label={say(allChosen ? 'catalogue.chooseNone' : 'catalogue.chooseAll')}
          disabled={free.length === 0}
          onClick={() => choose(free, !allChosen)}
        />
      </div>
      {entries.length > 0 && shown.length === 0 ? <p className="muted">{say('catalogue.nothing')}</p> : null}
      {categories.map(([category, some]) => (
        <Category key={category} name={category} entries={some} chosen={chosen} onChoose={choose} />
      ))}
    </Dialog>
  )
}

type CategoryProps = {
  name: string
  entries: readonly Entry[]
  chosen: ReadonlySet<string>
  onChoose: (some: readonly Entry[], isOn: boolean) => void
}

const Category = ({ name, entries, chosen, onChoose }: CategoryProps) => {
  const free = entries.filter(isFree)
  const on = free.filter(({ key }) => chosen.has(key)).length
  return (
    <fieldset className="catalogue-category">
      <legend>
        <label>
          <input
            type="checkbox"
            ref={box => {
              if (box) box.indeterminate = on > 0 && on < free.length
            }}
            checked={free.length > 0 && on === free.length}
            disabled={free.length === 0}
            onChange={event => onChoose(free, event.target.checked)}
          />
          {name}
          <span className="small muted">{say('catalogue.inCategory', { free: free.length, all: entries.length })}</span>
        </label>
      </legend>
      <ul>
        {entries.map(entry => (
          <li key={entry.key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(entry.key)}
                disabled={!isFree(entry)}
                onChange={event => onChoose([entry], event.target.checked)}
              />
              <span className="catalogue-term">
                <span>{entry.name}</span>
                <span className="small muted">{entry.question}</span>
              </span>
              {isFree(entry) ? null : <Badge tone="settled">{say('catalogue.there')}</Badge>}
              <span className="catalogue-type small muted">{valueTypeWords(entry.valueType)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
