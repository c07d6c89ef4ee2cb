import { notify } from '../notices.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'

/** Puts versions and the last failures on the clipboard, and says so. */
export const copyDiagnostics = async (): Promise<void> => {
  const outcome = await perform('program.copyDiagnostics', {})
  if (outcome.ok) notify({ tone: 'plain', text: say('desktop.diagnosticsCopied') })
}
