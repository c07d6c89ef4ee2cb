import type { About } from '../../shared/contract/program.ts'
import { done } from '../../shared/outcome.ts'
import { diagnosticsText } from '../diagnostics.ts'
import type { AtDesk, Desk } from '../operation.ts'
import { sqliteVersion } from '../store/engine.ts'

/** What the desktop runs on, and what keeps the cases. */
const everyPart = async ({ host }: Desk): Promise<About> => {
  const { version, parts } = await host.about()
  return { version, parts: [...parts, { name: 'SQLite', value: await sqliteVersion() }] }
}

export const about: AtDesk<'program.about'> = async desk => done(await everyPart(desk))

export const readSettings: AtDesk<'program.settings'> = desk => done(desk.settings.read())

export const changeSettings: AtDesk<'program.changeSettings'> = async (desk, next) => {
  const before = desk.settings.read()
  desk.settings.keep(next)
  if (next.language !== before.language) await desk.host.speak(next.language)
  return done(null)
}

export const licences: AtDesk<'program.licences'> = async desk => done(await desk.host.licences())

export const offer: AtDesk<'program.offer'> = async (desk, offered) => {
  await desk.host.offer(offered)
  return done(null)
}

export const left: AtDesk<'program.left'> = async desk => {
  await desk.host.left()
  return done(null)
}

export const copyDiagnostics: AtDesk<'program.copyDiagnostics'> = async desk => {
  const text = diagnosticsText(await everyPart(desk), desk.dataDirectory)
  await desk.host.copyText(text)
  return done({ text })
}
