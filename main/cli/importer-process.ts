import '../network-guard.ts'
import { importBytes } from '../../renderer/importers/index.ts'
import { readBook } from '../../renderer/importers/sheets/read-book.ts'
import { beatSeconds } from '../../shared/rules/import-limits.ts'
import type { ToImporter } from './importer-messages.ts'

// The process that parses untrusted files for the command line, one after another: it gets bytes and gives drafts.

const answerOf = (read: ReturnType<typeof readBook>) => ('refusal' in read ? read : { book: read })

let slices: Uint8Array[] = []

// What a parser leaves behind unheard, when the file has its answer, is not to end the process while it has the next file.
process.on('unhandledRejection', () => undefined)

process.on('message', async (message: ToImporter) => {
  if ('bytes' in message) return slices.push(message.bytes)
  const bytes = new Uint8Array(Buffer.concat(slices))
  slices = []
  const beats = setInterval(() => process.send?.({ beat: true }), beatSeconds * 1000)
  const imported = message.asBook
    ? answerOf(readBook(message.fileName, bytes))
    : await importBytes(message.fileName, bytes)
  clearInterval(beats)
  return process.send?.(imported)
})
