import * as z from 'zod'
import { narrowestColumn, type TableColumn, widestColumn } from '../../parts/table-columns.ts'
import { columnFields, type Field, field, isField } from './fields.ts'

export const column = z.object({
  field: z.custom<Field>(isField),
  width: z.number().min(narrowestColumn).max(widestColumn),
})
export type Column = TableColumn<Field>

export const columnOf = (name: Field): Column => ({ field: name, width: field(name).width })

/** Columns that could still be shown. */
export const hiddenColumns = (columns: readonly Column[]): Field[] =>
  columnFields.filter(name => !columns.some(one => one.field === name))
