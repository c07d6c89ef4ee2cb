import { readFileSync } from 'node:fs'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import type { Workbench } from '../workbench.ts'

/** Which passphrase is wanted: the one of the case, or one that it is to get. */
export type Wanted = 'present' | 'new'

/** Where the passphrase of a sealed case comes from: never from the words of the command line, which others can see. */
export type AskPassphrase = (wanted: Wanted, file: string) => Promise<string>

const variables: Record<Wanted, string> = {
  present: 'GLOSSATOR_PASSPHRASE_FILE',
  new: 'GLOSSATOR_NEW_PASSPHRASE_FILE',
}

/** A line typed without being shown. The end of input, or Ctrl C, gives the command up. */
const typed = (question: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { stdin, stderr } = process
    // Before the question: whoever answers at once would see the first letters.
    stdin.setRawMode(true)
    stderr.write(question)
    stdin.setEncoding('utf8')
    stdin.resume()
    let line = ''
    const end = (finish: () => void, left: readonly string[]) => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      // Two lines that were pasted together are two answers.
      if (left.length > 0) stdin.unshift(left.join(''))
      stderr.write('\n')
      finish()
    }
    const take = (text: string) => {
      const signs = [...text]
      for (const [number, sign] of signs.entries()) {
        const left = signs.slice(number + 1)
        if (sign === '\r' || sign === '\n') return end(() => resolve(line), left)
        if (sign === '\u0003' || sign === '\u0004')
          return end(() => reject(new Refused(say('refusal.cancelled'))), left)
        line = sign === '\u007f' || sign === '\b' ? [...line].slice(0, -1).join('') : line + sign
      }
    }
    stdin.on('data', take)
  })

/** From the file that the environment names, without its last line end; else asked on the terminal, a new one twice. */
export const askPassphrase: AskPassphrase = async (wanted, file) => {
  const variable = variables[wanted]
  const kept = process.env[variable]
  if (kept) {
    try {
      return readFileSync(kept, 'utf8').replace(/\r?\n$/, '')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Refused(say('cli.passphraseUnread', { file: kept, reason }))
    }
  }
  if (!process.stdin.isTTY) throw new Refused(say('cli.passphraseMissing', { file, variable }), 'sealed')
  const given = await typed(say(wanted === 'new' ? 'cli.newPassphrase' : 'cli.passphrase', { file }))
  if (wanted === 'new' && given !== (await typed(say('cli.passphraseAgain'))))
    throw new Refused(say('cli.passphrasesDiffer'))
  return given
}

/** The same, which asks for one passphrase of a file only once. */
export const askOnce = (passphrase: AskPassphrase): AskPassphrase => {
  const asked = new Map<string, Promise<string>>()
  return (wanted, file) => {
    const given = asked.get(`${wanted} ${file}`) ?? passphrase(wanted, file)
    asked.set(`${wanted} ${file}`, given)
    return given
  }
}

/** The same workbench, which asks for the passphrase when it meets a sealed case. */
export const unlocking = (workbench: Workbench, passphrase: AskPassphrase): Workbench => {
  const unlock = async (path: string) => workbench.unlock(path, await passphrase('present', path))
  return {
    ...workbench,
    open: async path => {
      const opened = await workbench.open(path)
      return !opened.ok && opened.code === 'sealed' ? unlock(path) : opened
    },
    openReadOnly: async path => {
      const opened = await workbench.openReadOnly(path)
      if (opened.ok || opened.code !== 'sealed') return opened
      const unlocked = await unlock(path)
      return !unlocked.ok && unlocked.code === 'sealed' ? unlocked : workbench.openReadOnly(path)
    },
    restore: async (path, backup) => {
      const restored = await workbench.restore(path, backup)
      if (restored.ok || restored.code !== 'sealed') return restored
      const unlocked = await unlock(path)
      return !unlocked.ok && unlocked.code === 'sealed' ? unlocked : workbench.restore(path, backup)
    },
    recover: async (path, target) => {
      const recovered = await workbench.recover(path, target)
      if (recovered.ok || recovered.code !== 'sealed') return recovered
      const unlocked = await unlock(path)
      return !unlocked.ok && unlocked.code === 'sealed' ? unlocked : workbench.recover(path, target)
    },
  }
}
