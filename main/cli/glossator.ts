import '../network-guard.ts'
import '../spoken.ts'
import { homedir } from 'node:os'
import path from 'node:path'
import { version } from '../../package.json'
import { run } from './run.ts'

// The program of the command line, by itself or as the packaged app run as Node.

/** Where the log of failures goes: the place for such things on each system. */
function dataDirectory(): string {
  const { GLOSSATOR_DATA, LOCALAPPDATA, XDG_STATE_HOME } = process.env
  if (GLOSSATOR_DATA) return path.resolve(GLOSSATOR_DATA)
  if (process.platform === 'win32') return path.join(LOCALAPPDATA ?? homedir(), 'Glossator', 'Command line')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Application Support/Glossator/Command line')
  return path.join(XDG_STATE_HOME ?? path.join(homedir(), '.local/state'), 'glossator')
}

// A reader that has seen enough ("| head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

run(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  width: process.stdout.columns ?? 120,
  version,
  dataDirectory: dataDirectory(),
  seedsDirectory: path.join(__dirname, '../seeds'),
}).then(status => {
  process.exitCode = status
})
