import type * as z from 'zod'
import type { RecordName } from '../model/record-name.ts'

/** An operation that only asks. `from` names the kinds of record its answer is made of: it is stale when a write changed one of them. */
export type Read<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  kind: 'read'
  input: Input
  output: Output
  from: readonly RecordName[]
}

/** An operation that changes the case (one transaction, one step of undo) or the desk around it. */
export type Write<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  kind: 'write'
  input: Input
  output: Output
}

export type Operation = Read | Write

export const read = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  from: readonly RecordName[],
): Read<Input, Output> => ({ kind: 'read', input, output, from })

export const write = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Write<Input, Output> => ({
  kind: 'write',
  input,
  output,
})
