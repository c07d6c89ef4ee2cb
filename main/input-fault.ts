import type { z } from 'zod'
import { mostSliceBytes } from '../shared/contract/files.ts'
import { contract, type OperationName } from '../shared/contract.ts'
import { clipped } from '../shared/rules/sentence.ts'
import { say } from './say.ts'

export const isOperation = (name: unknown): name is OperationName =>
  typeof name === 'string' && Object.hasOwn(contract, name)

/** Both may repeat what was sent, however long it is. */
const short = (words: string): string => clipped(words, 300)

export const unknownOperation = (name: unknown): string =>
  say('refusal.unknownOperation', { name: short(String(name)) })

/** More values than the largest import has, and what a computer looks through in about a second. */
const mostValues = 20_000_000

/** A picture of a large map in many colours; no other call carries more than a slice of a file. */
const mostPictureBytes = 32 * 1024 * 1024

/**
 * Throws on an input that would hold the workbench up for a schema to refuse it: bytes that a schema of fields takes for
 * fields, lists of nothing, and parts that hold one another so that each level doubles the work.
 */
const weigh = (name: OperationName, input: unknown): void => {
  const mostBytes = name === 'risks.savePicture' ? mostPictureBytes : mostSliceBytes
  let left = mostValues
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const size = ArrayBuffer.isView(value) ? value.byteLength : Array.isArray(value) ? value.length : 1
    if (ArrayBuffer.isView(value) && (size > mostBytes || value === input))
      throw new RangeError('more bytes than a call carries')
    left -= ArrayBuffer.isView(value) ? 1 : size
    if (left < 0) throw new RangeError('more values than a call carries')
    if (ArrayBuffer.isView(value)) return
    if (Array.isArray(value)) for (const one of value) look(one)
    else for (const one of Object.values(value)) look(one)
  }
  look(input)
}

/**
 * An input as its schema has it, or what does not fit as a sentence that names the operation and the field. What cannot
 * even be looked at (rings, nests without end, traps) makes the schema throw, and fits none. Held by
 * test/main/attacks/any-call.test.ts.
 */
export const inputOf = (name: OperationName, input: unknown): { input: unknown } | { fault: string } => {
  try {
    weigh(name, input)
    const parsed = contract[name].input.safeParse(input)
    return parsed.success ? { input: parsed.data } : { fault: faultIn(name, parsed.error) }
  } catch {
    return { fault: say('refusal.invalid', { operation: name, fault: 'unreadable' }) }
  }
}

const faultIn = (name: string, error: z.ZodError): string => {
  const [issue] = error.issues
  const [field, fault] = [short(issue?.path.map(String).join('.') ?? ''), short(issue?.message ?? '')]
  return field === ''
    ? say('refusal.invalid', { operation: name, fault })
    : say('refusal.invalidField', { operation: name, field, fault })
}
