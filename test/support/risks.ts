import type { RiskDetail } from '../../shared/contract/risks.ts'
import type { OutputOf } from '../../shared/contract.ts'

type Ask = (name: 'risks.register' | 'risks.read', input: never) => Promise<unknown>

/** Every risk of the register in full, in its order, archived ones too. */
export const allRisks = async (ask: Ask): Promise<RiskDetail[]> => {
  const rows = (await ask('risks.register', {} as never)) as OutputOf<'risks.register'>
  const whole: RiskDetail[] = []
  for (const { id } of rows) whole.push((await ask('risks.read', { id } as never)) as RiskDetail)
  return whole
}
