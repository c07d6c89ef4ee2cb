// How large the packaged app is: npm run bench package. The folder that every package is made of, beside the bare Electron.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { mostCompressed, packedFiles } from '../../main/setup/budget.mjs'
import { archiveIn, pack, unpackedFolder } from '../../main/setup/dist.mjs'
import { findRuntime } from '../../main/setup/runtime.mjs'
import { temporaryFolder } from '../support/app.ts'
import { printTable, printTarget } from './measure.ts'

const million = 2 ** 20
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0) / million

/** Megabytes of all files below a folder. */
const sizeOf = (folder: string): number =>
  sum(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(path.join(entry.parentPath, entry.name)).size),
  )

const runtime = findRuntime()
if (!runtime) throw new Error('There is no Electron runtime')
const { folder, remove } = temporaryFolder()
await pack(runtime, [], { folder })
const app = unpackedFolder(folder)
const files = packedFiles(archiveIn(app))
const [compressed, bare] = [sum(files.map(file => file.compressed)), sizeOf(path.dirname(runtime.executable))]

printTable(
  ['MB', 'as it stands', 'compressed'],
  [
    ['app.asar', sum(files.map(file => file.bytes)), compressed],
    ['installed', sizeOf(app), null],
    ['Electron alone', bare, null],
  ],
)
printTarget('app.asar, compressed', compressed, '≤', mostCompressed / million, ' MB')
printTarget('installed, of Electron alone', sizeOf(app) / bare, '≤', 1.1)
remove()
