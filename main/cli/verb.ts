import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import { type Outcome, Refused } from '../../shared/outcome.ts'
import type { Workbench } from '../workbench.ts'
import type { AskPassphrase } from './passphrase.ts'

/** What a verb works with. */
export type Place = {
  workbench: Workbench
  passphrase: AskPassphrase
  /** Says something on the way, on standard error. */
  progress(line: string): void
  /** What went wrong beside what was asked for, so far; it was told on standard error. */
  problems: readonly string[]
  /** Characters that fit in a line of standard output. */
  width: number
}

/**
 * What a verb answers: the body of its JSON document and the same for a person, or, where it says so, for another program.
 * `failed` makes the exit status 1.
 */
export type Answer = { document: Record<string, unknown>; text: string; isForPrograms?: boolean; failed?: boolean }

/**
 * The value of an outcome.
 * @throws Refused with the outcome's sentence
 */
export function valueIn<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Refused(outcome.message, outcome.code)
  return outcome.value
}

/** Opens the case to change it. */
export const openAt = async ({ workbench }: Place, file: string): Promise<void> => {
  valueIn(await workbench.open(file))
}

/** Opens the case to ask it something only: one that is open elsewhere is read beside whoever writes. */
export const lookAt = async ({ workbench }: Place, file: string): Promise<void> => {
  const opened = await workbench.open(file)
  valueIn(!opened.ok && opened.code === 'locked' ? await workbench.openReadOnly(file) : opened)
}

/**
 * Carries out an operation on the open case.
 * @throws Refused with the outcome's sentence
 */
export const ask = async <Name extends OperationName>(
  place: Place,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> => valueIn((await place.workbench.call(name as string, input)) as Outcome<OutputOf<Name>>)
