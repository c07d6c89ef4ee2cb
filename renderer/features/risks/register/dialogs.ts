import * as z from 'zod'

/** What can be done with the risks that are selected, each in a dialog, and by address: `#/risks/ID?do=accept`. */
export const deeds = [
  'new',
  'secondary',
  'edit',
  'move',
  'accept',
  'archive',
  'restore',
  'merge',
  'split',
  'columns',
  'views',
] as const
export const deed = z.enum(deeds)
export type Deed = z.infer<typeof deed>
