import type { RegisterMapping, RegisterPlan } from '../../../contract/register-exchange.ts'
import type { Scales } from '../../../model/criteria.ts'
import type { Book } from '../../../model/sheet.ts'
import { guessRegister, isRegister } from './guess-register.ts'
import { holdsRecords } from './record-lines.ts'

/** True for a book that an export of a register wrote: it loses nothing. */
export const isExportedRegister = ({ sheets }: Pick<Book, 'sheets'>): boolean => sheets.some(holdsRecords)

/** The sheet to begin with: the first shown that is a register, else the first shown with words. */
export const registerSheet = ({ sheets }: Pick<Book, 'sheets'>, scales: Scales): number => {
  const shown = sheets.flatMap((sheet, at) => (!sheet.hidden && sheet.rows.length > 0 ? [at] : []))
  const found = shown.find(at => isRegister(guessRegister(sheets[at] ?? { rows: [] }, scales)))
  return found ?? shown[0] ?? 0
}

/** The plan by which a book is read in, as records or as a sheet with a mapping. */
export const registerPlanOf = (
  { fileName, sheets }: Book,
  at: number,
  mapping: RegisterMapping,
  asRecords: boolean,
): RegisterPlan => {
  const name = fileName.slice(0, 2_000)
  if (asRecords) return { kind: 'records', fileName: name, sheets: sheets.filter(holdsRecords).slice(0, 16) }
  return { kind: 'register', fileName: name, sheet: sheets[at] ?? { name: '', hidden: false, rows: [] }, mapping }
}
