import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import { createWorkbench, type WorkbenchOptions } from '../workbench.ts'
import { type Command, readArguments } from './arguments.ts'
import { commandLineHost, type ExportHost } from './host.ts'
import { type AskPassphrase, askOnce, askPassphrase, unlocking } from './passphrase.ts'
import type { Answer, Place } from './verb.ts'
import { showConflicts } from './verbs/conflicts.ts'
import { exchangeRisks } from './verbs/exchange-risks.ts'
import { exportCase } from './verbs/export.ts'
import { saveAsOf, showHistory } from './verbs/history.ts'
import { showHypotheses } from './verbs/hypotheses.ts'
import { importFiles } from './verbs/import.ts'
import { backUp, recoverInto, restoreBackup } from './verbs/keep.ts'
import { listRecords } from './verbs/list.ts'
import { checkCase, showInfo } from './verbs/look.ts'
import { makeCase, makeSample } from './verbs/make.ts'
import { showMatrix } from './verbs/matrix.ts'
import { readIn } from './verbs/read-in.ts'
import { showRisks } from './verbs/risks.ts'
import { sealCase } from './verbs/seal.ts'
import { searchCase } from './verbs/search.ts'
import { showTerms } from './verbs/terms.ts'

/** Where the command line speaks and where it finds its files. */
export type Terminal = {
  out(text: string): void
  err(text: string): void
  width: number
  version: string
  dataDirectory: string
  seedsDirectory: string
  /** Where passphrases come from, if not from the environment and the terminal. */
  passphrase?: AskPassphrase
  /** See {@link WorkbenchOptions}. */
  keyCost?: WorkbenchOptions['keyCost']
}

/** 0 done, 1 some input failed, 2 usage. */
export type ExitStatus = 0 | 1 | 2

/** The version of the JSON documents; it changes when a reader of the old shape would be misled. */
const documentVersion = 1

// A terminal obeys control characters, and names of files and words of documents come from strangers: they could write
// over what stands above, give the window another title or type for the analyst. Held by test/main/attacks/terminal.test.ts.
const commanding = /[^\P{Cc}\n\t]|\p{Bidi_Control}/gu
const inert = (text: string): string => text.replace(commanding, '\ufffd')

/** The same for JSON, which says the same with the character's number. */
const escaped = (json: string): string =>
  json.replace(commanding, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Carries out one command line. */
export async function run(words: string[], terminal: Terminal): Promise<ExitStatus> {
  const asked = readArguments(words)
  if ('misuse' in asked) {
    terminal.err(inert(`${asked.misuse}\n${say('cli.seeHelp')}\n`))
    return 2
  }
  if ('show' in asked) {
    terminal.out(asked.show === 'usage' ? say('cli.usage') : `${terminal.version}\n`)
    return 0
  }
  const { command, json } = asked
  const answer = await carryOut(command, terminal)
  if (json) {
    const document = { format: `glossator-${command.verb}`, version: documentVersion, ...answer.document }
    terminal.out(`${escaped(JSON.stringify(document, null, 2))}\n`)
  } else terminal.out(answer.isForPrograms ? answer.text : inert(answer.text))
  return answer.failed ? 1 : 0
}

async function carryOut(command: Command, terminal: Terminal): Promise<Answer> {
  const { dataDirectory, seedsDirectory, width, keyCost } = terminal
  const problems: string[] = []
  const host = commandLineHost(problem => {
    problems.push(problem)
    terminal.err(inert(`${problem}\n`))
  })
  const passphrase = askOnce(terminal.passphrase ?? askPassphrase)
  const workbench = unlocking(
    createWorkbench({ host, dataDirectory, seedsDirectory, ...(keyCost ? { keyCost } : {}) }),
    passphrase,
  )
  try {
    return await answerTo(
      command,
      { workbench, passphrase, problems, width, progress: line => terminal.err(inert(`${line}\n`)) },
      host,
    )
  } catch (error) {
    const message = error instanceof Refused ? error.message : say('cli.failed', { reason: String(error) })
    terminal.err(inert(`${message}\n`))
    const code = error instanceof Refused ? error.code : 'broken'
    return { document: { error: { code, message } }, text: '', failed: true }
  } finally {
    await workbench.close()
  }
}

function answerTo(command: Command, place: Place, host: ExportHost): Promise<Answer> {
  switch (command.verb) {
    case 'new':
      return makeCase(place, command)
    case 'sample':
      return makeSample(place, command)
    case 'import':
      return importFiles(place, command)
    case 'list':
      return listRecords(place, command)
    case 'terms':
      return showTerms(place, command)
    case 'read-in':
      return readIn(place, command)
    case 'search':
      return searchCase(place, command)
    case 'matrix':
      return showMatrix(place, command)
    case 'conflicts':
      return showConflicts(place, command)
    case 'risks':
      return 'exchange' in command ? exchangeRisks(place, command, host) : showRisks(place, command)
    case 'hypotheses':
      return showHypotheses(place, command)
    case 'history':
      return showHistory(place, command)
    case 'as-of':
      return saveAsOf(place, command, host)
    case 'export':
      return exportCase(place, command, host)
    case 'check':
      return checkCase(place, command)
    case 'backup':
      return backUp(place, command)
    case 'restore':
      return restoreBackup(place, command)
    case 'recover':
      return recoverInto(place, command)
    case 'seal':
    case 'unseal':
    case 'passphrase':
      return sealCase(place, command)
    case 'info':
      return showInfo(place, command)
  }
}
