import { version } from '../../package.json'
import type { Host } from '../host.ts'
import type { HeadlessHost } from './print.ts'

/** The host of the command line: it has no dialogs; a file to save to is set before it is asked for, and so is what prints. */
export type ExportHost = Host & { saveTo(file: string): void; printWith(printing: HeadlessHost): void }

/** @param tell is told of problems, as the window is: what was asked for was done but for them */
export function commandLineHost(tell: (problem: string) => void): ExportHost {
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
    about: async () => ({ version, parts: [{ name: 'Node', value: process.versions.node }] }),
    speak: async () => undefined,
    licences: async () => null,
    offer: async () => undefined,
    opened: async () => undefined,
    left: async () => undefined,
    emit: event => {
      if (event.kind === 'problem') tell(event.message)
    },
  }
}
