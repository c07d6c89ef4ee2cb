import { app } from 'electron'
import type { PrintAnswer, PrintRequest } from '../cli/print-messages.ts'
import { closeDefaultSession } from './policy.ts'
import { engine, printPdf } from './print.ts'

/** Prints for the command line that started this process, one request after the other, until it hangs up. */
export async function servePrinting(): Promise<void> {
  await app.whenReady()
  closeDefaultSession()
  const answer = (message: PrintAnswer) => process.send?.(message)
  // Each document has a window of its own: the last one closing is no reason to end.
  app.on('window-all-closed', () => undefined)
  process.on('disconnect', () => app.exit(0))
  process.on('message', async (request: PrintRequest) => {
    try {
      const pdf = await printPdf(request.html, request.options)
      answer({ kind: 'printed', id: request.id, pdf: Buffer.from(pdf).toString('base64') })
    } catch (error) {
      answer({ kind: 'failed', id: request.id, message: error instanceof Error ? error.message : String(error) })
    }
  })
  answer({ kind: 'ready', engine: engine() })
}
