import '../network-guard.ts'
import { importBytes } from '../../renderer/importers/index.ts'
import type { ImportAnswer, ToImporter } from './importer-messages.ts'

// The process that parses one untrusted file for the command line: it gets bytes, gives a draft, and is ended.

const slices: Uint8Array[] = []

process.on('message', async (message: ToImporter) => {
  if ('bytes' in message) slices.push(message.bytes)
  else
    process.send?.((await importBytes(message.fileName, new Uint8Array(Buffer.concat(slices)))) satisfies ImportAnswer)
})
