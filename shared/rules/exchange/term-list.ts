import type { TermListLayout } from '../../contract/exchange.ts'
import type { Sheet } from '../../model/sheet.ts'
import { sentence } from '../sentence.ts'
import { filledCells, shownWords } from './cells.ts'
import { leftOutColumns } from './left-out.ts'
import type { Known, Step, Steps, TermFields } from './steps.ts'
import { fieldsOfHeads, fieldsThatDiffer, isRef, statedTerm, termOfRow } from './term-fields.ts'

const newTerm: TermFields = {
  category: 'Other',
  name: '',
  question: '',
  valueType: 'text',
  units: [],
  bases: [],
  options: [],
  tolerance: 0,
  importance: 'medium',
}

/** A term that a sheet states: what it leaves open is as for a term made by hand. */
export const fieldsOfNew = (fields: Partial<TermFields>): TermFields => ({ ...newTerm, ...fields })

/** How far down heads are looked for. */
const mostRowsAbove = 20

/** The row of heads is the first one that names two fields, and a name among them; else the first with words. */
export const guessTermList = ({ rows }: Pick<Sheet, 'rows'>): TermListLayout => {
  const found = rows.slice(0, mostRowsAbove).findIndex(row => {
    const fields = fieldsOfHeads(row)
    return fields.name !== undefined && Object.keys(fields).length > 1
  })
  const head =
    found >= 0
      ? found
      : Math.max(
          0,
          rows.findIndex(row => filledCells(row) > 0),
        )
  const fields = fieldsOfHeads(rows[head] ?? [])
  return { head, fields: fields.name === undefined && found < 0 ? { ...fields, name: 0 } : fields }
}

/** What reading a sheet as a list of terms comes to: terms are recognised by ref, else by name, and never removed. */
export const termListSteps = ({ rows }: Sheet, { head, fields: columns }: TermListLayout, known: Known): Steps => {
  const steps: Step[] = []
  const taken = new Map<string, number>()
  const refs = new Set<string>(known.terms.map(({ ref }) => ref))
  for (const [at, row] of rows.entries()) {
    if (at <= head || filledCells(row) === 0) continue
    const stated = statedTerm(row, columns)
    const term = termOfRow(stated, known.terms)
    const { name = term?.name ?? '' } = stated.fields
    const difference = {
      key: `term ${at}`,
      what: 'term' as const,
      place: String(at + 1),
      title: name || stated.ref,
      column: '',
      before: '',
      after: '',
      notes: stated.faults,
    }
    const unreadable = (note: string) =>
      void steps.push({ difference: { ...difference, kind: 'unreadable', notes: [note, ...stated.faults] }, act: null })
    const same = term?.id ?? `${name} ${stated.fields.category ?? ''}`.toLowerCase()
    const first = taken.get(same)
    if (name === '') unreadable(sentence('rules.sheetNoName'))
    else if (first !== undefined) unreadable(sentence('rules.sheetTwice', { row: String(first + 1) }))
    else if (term === undefined) {
      const ref = isRef(stated.ref) && !refs.has(stated.ref) ? stated.ref : null
      if (ref !== null) refs.add(ref)
      const fields = fieldsOfNew(stated.fields)
      steps.push({
        difference: {
          ...difference,
          kind: 'new',
          after: [fields.category, fields.question].filter(Boolean).join('\n'),
        },
        act: { do: 'add term', ref, fields },
      })
    } else {
      const differing = fieldsThatDiffer(term, stated.fields)
      steps.push(
        differing === null
          ? { difference: { ...difference, kind: 'same' }, act: null }
          : {
              difference: {
                ...difference,
                title: `${term.ref} ${term.name}`,
                kind: 'changed',
                before: differing.before,
                after: differing.after,
              },
              act: { do: 'change term', id: term.id, patch: differing.patch },
            },
      )
    }
    if (name !== '' && first === undefined) taken.set(same, at)
  }
  const read = new Set(Object.values(columns))
  return { steps, leftOut: leftOutColumns(rows, head, read, at => shownWords(rows[head]?.[at])) }
}
