import type { InputOf, OutputOf, ReadName } from '../../shared/contract.ts'
import type { Journey } from './journey.ts'

/** Asks the workbench behind a journey directly, past the page; a refusal fails the test. */
export const ask = async <Name extends ReadName>(
  { workbench }: Pick<Journey, 'workbench'>,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value as OutputOf<Name>
}
