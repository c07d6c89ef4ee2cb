import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { appArguments, runtime, temporaryFolder } from '../support/app.ts'

// A day's work in the real app under the system's own eyes: no process of it speaks to anything but its own machine.

const traced = ['strace', '--seccomp-bpf', '-f', '-yy', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg']
const possible =
  process.platform === 'linux' &&
  spawnSync(traced[0] ?? '', [...traced.slice(1), '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

/** Beginning a connection or sending something, other than by a socket of the file system. */
const speaks = /^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(\d+<(?!UNIX|unix|socket:\[\d+\]>.*AF_UNIX|NETLINK)/
/** The driver of this test speaks to the app on the machine's own address; what the app answers goes there. */
const toDriver = /<TCP(?:v6)?:\[(?:127\.0\.0\.1|\[::1\]):\d+->(?:127\.0\.0\.1|\[::1\]):\d+\]>/

test.each([
  ['12 connect(5<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80)}, 16) = -1', true],
  ['12 sendto(5<UDP:[0.0.0.0:1]>, "x", 1, 0, {sa_family=AF_INET}, 16) = 1', true],
  ['12 connect(5<UDPv6:[2]>, {sa_family=AF_INET6}, 28) = 0', true],
  ['12 sendmsg(5<UNIX-STREAM:[1->2]>, {msg_name=NULL}, 0) = 8', false],
  ['12 sendto(5<TCP:[127.0.0.1:4000->127.0.0.1:5000]>, "x", 1, 0) = 1', false],
])('%s counts as outside: %s', (call, isOutside) => {
  expect(speaks.test(call) && !toDriver.test(call)).toBe(isOutside)
})

test('a journey from start to quit connects nowhere', async context => {
  if (!possible) context.skip('needs strace')
  const { folder, remove } = temporaryFolder()
  const [calls, wrapper, pdf] = ['calls', 'traced.sh', 'briefing.pdf'].map(name => path.join(folder, name))
  if (!calls || !wrapper || !pdf) return
  writeFileSync(wrapper, `#!/bin/sh\nexec ${traced.join(' ')} -o '${calls}' '${runtime()}' "$@"\n`, { mode: 0o755 })
  mkdirSync(path.join(folder, 'in'))
  const file = path.join(folder, 'in', 'report.html')
  writeFileSync(
    file,
    '<title>A report</title><img src="https://glossator.invalid/a.png"><p>The fund gets 50 percent of new revenue.</p><link rel=stylesheet href="https://glossator.invalid/a.css">',
  )
  const app = await _electron.launch({
    executablePath: wrapper,
    args: appArguments(path.join(folder, 'data')),
    env: { ...(process.env as Record<string, string>), GLOSSATOR_TEST: '1' },
    timeout: 120_000,
  })
  const page = await app.firstWindow()
  await page.locator('.shell').first().waitFor()
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      async ([operation, given]) => {
        const { workbench } = window as unknown as {
          workbench: { call(name: unknown, input: unknown): Promise<string> }
        }
        return JSON.parse(await workbench.call(operation, given))
      },
      [name, input] as const,
    )
  await page.evaluate(() => {
    location.hash = '#/sources'
  })
  await page.locator('input[type=file]').first().setInputFiles(file)
  const imported = async () =>
    ((await ask('sources.list', {})).value as { id: string; title: string }[]).find(({ title }) => title === 'A report')
  await expect.poll(imported, { timeout: 60_000 }).toBeTruthy()
  const source = await imported()
  const { version } = (await ask('sources.read', { id: source?.id })).value
  const start = version.text.indexOf('50 percent')
  const passage = { source: source?.id, textVersion: version.id, start, end: start + 10, colour: 'straw' }
  expect(await ask('excerpts.create', passage)).toMatchObject({ ok: true })
  for (const screen of ['reader', 'matrix', 'conflicts', 'risks', 'notes', 'search?words=revenue']) {
    await page.evaluate(to => {
      location.hash = `#/${to}`
    }, screen)
    await page.waitForTimeout(150)
  }
  const [briefing] = (await ask('briefings.list', {})).value
  for (const { key, severity, answer } of (await ask('briefings.check', { id: briefing.id })).value)
    if (severity === 'error' && answer === null)
      await ask('briefings.answer', { id: briefing.id, finding: key, reason: 'A draft.' })
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: place })
  }, pdf)
  expect(await ask('briefings.export', { id: briefing.id, format: 'pdf' })).toMatchObject({ ok: true })
  expect(existsSync(pdf)).toBe(true)
  await app.close()

  const all = readFileSync(calls, 'utf8').split('\n').filter(Boolean)
  expect(all.length).toBeGreaterThan(50)
  const outside = all.filter(call => speaks.test(call) && !toDriver.test(call))
  remove()
  const kinds: Record<string, number> = {}
  for (const call of all) {
    const kind = /\(\d+<([A-Za-z0-9-]+)/.exec(call)?.[1] ?? 'unfinished'
    kinds[kind] = (kinds[kind] ?? 0) + 1
  }
  const told = Object.entries(kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
  process.stdout.write(
    `a journey of the real app: ${all.length} calls that connect or send (${told}), ${outside.length} outside the machine\n`,
  )
  expect(outside).toEqual([])
}, 240_000)
