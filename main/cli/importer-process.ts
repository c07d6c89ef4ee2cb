import '../network-guard.ts'
import { importBytes } from '../../renderer/importers/index.ts'
import type { ImportAnswer, ImportRequest } from './importer-messages.ts'

// The process that parses one untrusted file for the command line: it gets bytes, gives a draft, and is ended.

process.once('message', ({ fileName, bytes }: ImportRequest) => {
  process.send?.(importBytes(fileName, new Uint8Array(bytes)) satisfies ImportAnswer)
})
