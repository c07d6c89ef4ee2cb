import { useMemo } from 'react'
import type { Term } from '../../shared/model/term.ts'
import type { SelectionReading } from '../../shared/rules/selection.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { likelyTerms } from './likely-terms.ts'
import { recentOf, rememberRecent } from './recent.ts'
import { newTerm } from './term-draft.ts'
import { typeRead } from './value-entry.ts'

type TermPickerProps = {
  /** What the selected words were read as: terms that they answer are offered first. */
  reading?: SelectionReading | null
  onPick: (term: Term) => void
  onCancel?: () => void
}

/** Picks a term by its ref, its name or its question, or makes a new one from the words typed. */
export const TermPicker = ({ reading = null, onPick, onCancel }: TermPickerProps) => {
  const { value: terms } = useRead('terms.list', {})
  const recent = useMemo(() => likelyTerms(terms ?? [], recentOf('term', terms ?? []), reading), [terms, reading])
  if (terms === undefined) return null
  const option = (term: Term) => ({ id: term.id, label: `${term.ref} ${term.name}`, hint: term.category })
  const pick = (term: Term) => {
    rememberRecent('term', term.id)
    onPick(term)
  }
  const create = async (name: string) => {
    const made = await perform('terms.create', {
      ...newTerm(name),
      category: say('parts.newTermCategory'),
      valueType: (reading && typeRead(reading)) ?? 'text',
    })
    if (made.ok) pick(made.value)
  }
  return (
    <Picker
      label={say('parts.termPicker')}
      placeholder={say('parts.termPlaceholder')}
      options={terms.map(option)}
      recent={recent.map(option)}
      nothing={say('parts.noTerms')}
      autoFocus
      onPick={id => {
        const term = terms.find(one => one.id === id)
        if (term) pick(term)
      }}
      onCancel={onCancel}
      onCreate={words => void create(words)}
      createLabel={words => say('parts.createTerm', { words })}
    />
  )
}
