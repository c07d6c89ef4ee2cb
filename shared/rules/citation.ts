import type { CitationForm } from '../contract/library.ts'
import { bibtexOf } from './citation/bibtex.ts'
import { chicagoEntry } from './citation/chicago.ts'
import type { Cited } from './citation/cited.ts'
import { cslOf } from './citation/csl.ts'
import { risOf } from './citation/ris.ts'

const words = new Intl.Collator('en', { sensitivity: 'base' })

const written: Record<CitationForm, (all: readonly (Cited & { id?: string })[]) => string> = {
  text: all =>
    all
      .map(chicagoEntry)
      .sort((left, right) => words.compare(left.replace(/^[“[]/, ''), right.replace(/^[“[]/, '')))
      .map(entry => `${entry}\n`)
      .join(''),
  bibtex: bibtexOf,
  ris: risOf,
  'csl-json': cslOf,
}

/** References to sources in one of the forms: as text sorted as a list of references is, else in the order given. */
export const citationsOf = (sources: readonly (Cited & { id?: string })[], form: CitationForm): string =>
  written[form](sources)
