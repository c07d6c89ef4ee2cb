import type { Engine, PrintOptions } from '../host.ts'

/** From the command line to the printing process. */
export type PrintRequest = { id: number; html: string; options: PrintOptions }

/** And back. `pdf` is base64: the two processes may be of different engines, and agree on JSON. */
export type PrintAnswer =
  | { kind: 'ready'; engine: Engine }
  | { kind: 'printed'; id: number; pdf: string }
  | { kind: 'failed'; id: number; message: string }
