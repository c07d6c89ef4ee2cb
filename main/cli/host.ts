import type { Host } from '../host.ts'
import type { HeadlessHost } from './print.ts'

/** The host of the command line: it has no dialogs; a file to save to is set before it is asked for, and so is what prints. */
export type ExportHost = Host & { saveTo(file: string): void; printWith(printing: HeadlessHost): void }

export function commandLineHost(): ExportHost {
  let out: string | null = null
  let printing: HeadlessHost | null = null
  const needPrinting = () => {
    if (!printing) throw new Error('Nothing that prints was started')
    return printing
  }
  return {
    saveTo: file => {
      out = file
    },
    printWith: started => {
      printing = started
    },
    chooseOpenCase: async () => null,
    chooseNewCase: async () => null,
    chooseSave: async () => out,
    printPdf: async (html, options) => needPrinting().printPdf(html, options),
    engine: async () => needPrinting().engine(),
    reveal: async () => undefined,
    copyText: async () => undefined,
    emit: () => undefined,
  }
}
