import * as z from 'zod'
import { write } from './operation.ts'

/** Bytes of a file that one call carries at most, and that one stored piece holds. */
export const mostSliceBytes = 512 * 1024

/** The next bytes of a file. */
export const slice = z
  .instanceof(Uint8Array)
  .refine(bytes => bytes.length <= mostSliceBytes, `a file comes in slices of at most ${mostSliceBytes} bytes`)

/** Names a file whose slices are on their way into the case, until it is imported or dropped. */
export const uploadId = z.int().min(1)

export const fileOperations = {
  /** Adds the next slice of a file: durable, and no step of undo. `upload` is null for the first. */
  'files.add': write(z.strictObject({ upload: uploadId.nullable(), bytes: slice }), z.object({ upload: uploadId })),
  /** Gives a file up of which slices were sent. */
  'files.drop': write(z.strictObject({ upload: uploadId }), z.null()),
}
