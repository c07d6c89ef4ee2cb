import { useMemo } from 'react'
import type { Term } from '../../shared/model/term.ts'
import type { ValueType } from '../../shared/model/typed-value.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { recentOf, rememberRecent } from './recent.ts'
import { newTerm } from './term-draft.ts'

type TermPickerProps = {
  /** What the selected words were read as: terms that ask for it are offered first. */
  fitting?: ValueType | null
  onPick: (term: Term) => void
  onCancel?: () => void
}

/**
 * Terms in the order in which they are likely meant: those picked lately that ask for this type of value, others that
 * ask for it, those picked lately, and the rest in the order of the matrix. The first nine have digits.
 */
export const likelyTerms = (terms: readonly Term[], recent: readonly Term[], fitting: ValueType | null): Term[] => {
  const fits = (term: Term) => fitting !== null && term.valueType === fitting
  return [...new Set([...recent.filter(fits), ...terms.filter(fits), ...recent, ...terms])].slice(0, 9)
}

/** Picks a term by its ref, its name or its question, or makes a new one from the words typed. */
export const TermPicker = ({ fitting = null, onPick, onCancel }: TermPickerProps) => {
  const { value: terms } = useRead('terms.list', {})
  const recent = useMemo(() => likelyTerms(terms ?? [], recentOf('term', terms ?? []), fitting), [terms, fitting])
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
      valueType: fitting ?? 'text',
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
