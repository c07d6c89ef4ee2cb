import type { CitationForm } from '../../shared/contract/library.ts'
import { done } from '../../shared/outcome.ts'
import { citationsOf } from '../../shared/rules/citation.ts'
import type { SaveKind } from '../host.ts'
import type { AtDesk, InputFor } from '../operation.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { withIds } from '../records/conditions.ts'
import { sources } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import type { Database } from '../store/case-file.ts'

const kinds: Record<CitationForm, SaveKind> = { text: 'txt', bibtex: 'bib', ris: 'ris', 'csl-json': 'json' }

const textOf = (db: Database, { ids, form }: InputFor<'sources.copyCitations'>): string => {
  const [condition, value] = withIds(ids)
  return citationsOf(sources.all(db, condition, [value ?? '[]']), form)
}

export const copy: AtDesk<'sources.copyCitations'> = async (desk, input) => {
  await desk.host.copyText(desk.needCase().read(db => textOf(db, input)))
  return done(null)
}

export const save: AtDesk<'sources.saveCitations'> = async (desk, input) => {
  const caseFile = desk.needCase()
  const [text, name] = caseFile.read(db => [textOf(db, input), readCaseInfo(db).name] as const)
  const kind = kinds[input.form]
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, kind), kind })
  if (path !== null) saveAs(path, text)
  return done({ path, degraded: [] })
}
