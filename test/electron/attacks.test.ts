import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { heldAgainst } from '../support/attacks.ts'
import { bypassAddresses } from '../support/bypass-addresses.ts'

// Attacks on the real app, from within its page, from a frame of it, from outside and over its messages. Each is counted.

const data = temporaryFolder()
let running: RunningApp

type Watched = { reached: string[]; opened: number }

beforeAll(async () => {
  running = await launchApp({ userData: data.folder })
  await running.page.locator('.shell, .welcome').first().waitFor()
  // What an attack reaches is told by the main process: every document that a frame shows, every request that is answered.
  await running.app.evaluate(({ app, BrowserWindow }) => {
    const watched: Watched = { reached: [], opened: 0 }
    ;(globalThis as unknown as { watched: Watched }).watched = watched
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.on('did-frame-navigate', (_event, url) => watched.reached.push(url))
    window?.webContents.session.webRequest.onCompleted(({ url }) => watched.reached.push(url))
    app.on('web-contents-created', () => {
      watched.opened += 1
    })
  })
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

/** What was reached since the last look that is not of the app itself. A frame that is refused shows an error page, and an empty one is under our own policy. */
const reached = async (): Promise<string[]> => {
  const watched = await running.app.evaluate(({ BrowserWindow }) => {
    const { watched } = globalThis as unknown as { watched: Watched }
    const { reached, opened } = watched
    watched.reached = []
    watched.opened = 0
    const windows = BrowserWindow.getAllWindows()
    return { reached, opened, windows: windows.length, shown: windows[0]?.webContents.getURL() ?? '' }
  })
  const isOurs = (url: string) =>
    /^app:\/\/(glossator|reader-[123])\/(?!.*\.\.)/.test(url) ||
    /^(chrome-error:\/\/chromewebdata\/|about:(blank|srcdoc)(\?|#blocked)?$)/.test(url)
  return [
    ...watched.reached.filter(url => !isOurs(url)),
    ...(watched.opened > 0 ? [`${watched.opened} new contents`] : []),
    ...(watched.windows === 1 ? [] : [`${watched.windows} windows`]),
    ...(/^app:\/\/glossator\/index\.html(\?|#|$)/.test(watched.shown) ? [] : [`the window shows ${watched.shown}`]),
  ]
}

/**
 * Tries an attack in the page with every address, one after the other, and tells what each came to. A page that is left has
 * no answer: then the window has to come home.
 */
const tryAll = async (attack: string, between: number): Promise<string[]> =>
  running.app.evaluate(
    async ({ BrowserWindow }, [body, addresses, pause]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const told: string[] = []
      for (const address of addresses) {
        const script = `(async () => {
          const attack = address => { ${body} }
          window.attackRan = 0
          let said = ''
          try { said = attack(${JSON.stringify(address)}) ? 'opened' : '' } catch {}
          await new Promise(resolve => setTimeout(resolve, ${pause}))
          document.querySelectorAll('[data-attack]').forEach(element => element.remove())
          return window.attackRan ? 'ran' : said
        })()`
        // As if the analyst had clicked: what needs a gesture has one.
        const answer = contents?.executeJavaScript(script, true).catch(() => 'left')
        const late = new Promise<string>(resolve => setTimeout(resolve, 1_000, 'left'))
        let said = (await Promise.race([answer, late])) as string
        for (let tries = 0; said === 'left' && tries < 100; tries++) {
          await new Promise(resolve => setTimeout(resolve, 50))
          if (contents?.getURL().startsWith('app://glossator/index.html') && !contents.isLoading()) said = ''
        }
        told.push(said)
      }
      return told
    },
    [attack, bypassAddresses, between] as const,
  )

const add = `const put = (tag, attributes) => {
  const element = document.createElement(tag)
  element.dataset.attack = '1'
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  return element
}`

const ways: [string, string, number][] = [
  ['location.href', 'location.href = address', 12],
  ['location.replace', 'location.replace(address)', 12],
  ['a link', `${add}; put('a', { href: address }).click()`, 12],
  ['a link to a new window', `${add}; put('a', { href: address, target: '_blank' }).click()`, 4],
  ['a link to the top', `${add}; put('a', { href: address, target: '_top', rel: 'opener' }).click()`, 12],
  ['a link that downloads', `${add}; put('a', { href: address, download: '../../a.exe', ping: address }).click()`, 4],
  ['a form', `${add}; put('form', { action: address }).submit()`, 8],
  [
    'a form that posts to a new window',
    `${add}; put('form', { action: address, method: 'post', target: '_blank' }).submit()`,
    4,
  ],
  [
    'a button with an address of its own',
    `${add}; const form = put('form', {}); const button = document.createElement('button'); button.setAttribute('formaction', address); form.append(button); button.click()`,
    8,
  ],
  [
    'a refresh',
    `${add}; const meta = document.createElement('meta'); meta.dataset.attack = '1'; meta.httpEquiv = 'refresh'; meta.content = '0;url=' + address; document.head.append(meta)`,
    8,
  ],
  ['window.open', 'return window.open(address)', 4],
  [
    'window.open with features',
    `return window.open(address, 'x', 'nodeIntegration=yes,contextIsolation=no,sandbox=no,webSecurity=no,preload=/tmp/a.js,nodeIntegrationInSubFrames=1,show=no')`,
    4,
  ],
  ['window.open of one’s own name', `return window.open(address, '_self', 'noopener') && false`, 12],
  ['a frame', `${add}; put('iframe', { src: address })`, 4],
  [
    'a frame of markup',
    `${add}; put('iframe', { srcdoc: '<script>parent.attackRan=1</script><iframe src="' + address + '">' })`,
    4,
  ],
  ['an object', `${add}; put('object', { data: address })`, 4],
  ['an embedded thing', `${add}; put('embed', { src: address })`, 4],
  [
    'a webview',
    `${add}; put('webview', { src: address, nodeintegration: '', allowpopups: '', preload: 'file:///tmp/a.js', disablewebsecurity: '' })`,
    2,
  ],
  ['a script', `${add}; put('script', { src: address })`, 2],
  ['a module', `import(address).catch(() => undefined)`, 2],
  ['a worker', `new Worker(address); new SharedWorker(address)`, 2],
  ['a service worker', `navigator.serviceWorker.register(address).catch(() => undefined)`, 2],
  ['a style sheet', `${add}; put('link', { rel: 'stylesheet', href: address })`, 2],
  ['a base', `${add}; put('base', { href: address }); put('script', { src: 'attack.js' })`, 2],
  ['a manifest', `${add}; put('link', { rel: 'manifest', href: address })`, 2],
  ['a request', `fetch(address).catch(() => undefined); navigator.sendBeacon(address, 'x')`, 2],
  [
    'history',
    `const here = location.href; try { history.pushState({}, '', address) } finally { if (location.origin === 'app://glossator') history.replaceState({}, '', here) }`,
    2,
  ],
]

/** Chromium shows a blank page for these without asking anybody: the window is brought home. */
const blanking = bypassAddresses.filter(address => /^(about|chrome-untrusted):/.test(address))

const waysToBlank = [
  'location.href = address',
  'location.replace(address)',
  `window.open(address, '_self')`,
  `const link = document.createElement('a'); link.href = address; document.body.append(link); link.click()`,
]

test('a window that is led to a blank page comes home', async context => {
  const family = 'navigation, windows, frames and scripts'
  const outcomes: [string, unknown][] = []
  for (const address of blanking)
    for (const way of waysToBlank) {
      const came = await running.app.evaluate(
        async ({ BrowserWindow }, script) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (!contents) return 'no window'
          contents.executeJavaScript(script, true).catch(() => undefined)
          await new Promise(resolve => setTimeout(resolve, 50))
          for (let tries = 0; tries < 200; tries++) {
            const isHome = contents.getURL().startsWith('app://glossator/index.html') && !contents.isLoading()
            if (isHome && (await contents.executeJavaScript('Boolean(document.querySelector(".shell, .welcome"))')))
              return null
            await new Promise(resolve => setTimeout(resolve, 50))
          }
          return contents.getURL()
        },
        `(address => { window.left = true; ${way} })(${JSON.stringify(address)}); undefined`,
      )
      outcomes.push([`${way} ${address}`, came])
    }
  await running.page.locator('.shell, .welcome').first().waitFor()
  expect(await running.call('program.about', {})).toMatchObject({ ok: true })
  await reached()
  heldAgainst(context, family, outcomes)
}, 120_000)

describe('nothing leads the window elsewhere', () => {
  test.for(ways)('%s', async ([way, attack, between], context) => {
    const told = await tryAll(attack, between)
    // A frame that is refused takes its time to show the error in its place.
    await new Promise(resolve => setTimeout(resolve, 150))
    const got = await reached()
    heldAgainst(
      context,
      'navigation, windows, frames and scripts',
      bypassAddresses.map((address, index) => [
        `${way}: ${address}`,
        told[index] || got.find(one => one.includes(address.trim().slice(0, 24)) || !one.includes(':')) || null,
      ]),
    )
    expect(got).toEqual([])
  })
})

describe('calls are heard from our page alone', () => {
  test('whoever else forges one is refused', async context => {
    const outcomes = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, ...values: unknown[]) => Promise<unknown>>
      }
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents
      const frame = contents?.mainFrame
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      const forged: [string, unknown, unknown][] = [
        ['no frame', contents, null],
        ['no sender', undefined, frame],
        ['another window', other.webContents, other.webContents.mainFrame],
        ['another window with our frame', other.webContents, frame],
        ['our window with the frame of another', contents, other.webContents.mainFrame],
        ['a frame that says it is ours', contents, { url: 'app://glossator/index.html' }],
        ...[
          'app://reader-1/reader.html',
          'app://glossator.evil/',
          'app://glossator@evil/',
          'about:blank',
          'data:text/html,x',
        ].map((url): [string, unknown, unknown] => [`a frame at ${url}`, contents, { url, parent: frame }]),
      ]
      const told: [string, string | null][] = []
      for (const [who, sender, senderFrame] of forged) {
        const event = {
          sender,
          senderFrame,
          frameId: 1,
          processId: 1,
          preventDefault: () => undefined,
          _throw: () => undefined,
        }
        const answer = await (async () => handlers.get('call')?.(event, 'case.state', {}))().then(
          value => (value === undefined ? null : 'answered'),
          error => (/Only the page of Glossator/.test(String(error)) ? null : String(error)),
        )
        told.push([who, answer])
      }
      for (const channel of handlers.keys())
        if (channel !== 'call') told.push([`channel ${channel}`, 'there is one more'])
      for (const channel of ['event', 'ELECTRON_BROWSER_REQUIRE', 'open', 'close', '__proto__'])
        told.push([`channel ${channel}`, handlers.has(channel) || ipcMain.listenerCount(channel) > 0 ? 'heard' : null])
      other.destroy()
      return told
    })
    heldAgainst(context, 'messages from elsewhere', outcomes)
  })

  test('no value that a page can send stops the app or is taken for a call', async context => {
    const told = await running.page.evaluate(async () => {
      const { workbench } = window as unknown as { workbench: { call(name: unknown, input: unknown): Promise<string> } }
      const nested = (levels: number) => {
        let inner: unknown = {}
        for (let level = 0; level < levels; level++) inner = { content: [inner] }
        return inner
      }
      const ring: Record<string, unknown> = {}
      ring.ring = ring
      const bombs: [string, () => unknown][] = [
        ['a ring', () => ring],
        ['900 levels', () => nested(450)],
        ['20,000 levels', () => nested(10_000)],
        ['10 MB of text', () => 'x'.repeat(10_000_000)],
        ['100,000 fields', () => Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${at}`, at]))],
        ['a sparse list', () => new Array(2 ** 20)],
        ['a function', () => () => 1],
        ['a symbol', () => Symbol('a')],
        ['a big number', () => 2n ** 4000n],
        ['a promise', () => Promise.resolve()],
        ['an element', () => document.body],
        ['the window', () => window],
        ['a map', () => new Map([[{}, {}]])],
        ['bytes', () => new Uint8Array(10_000_000)],
        ['no date', () => new Date(Number.NaN)],
        ['an error', () => new Error('x')],
        [
          'a trap',
          () =>
            new Proxy(
              {},
              {
                get: () => {
                  throw new Error('x')
                },
                ownKeys: () => {
                  throw new Error('x')
                },
              },
            ),
        ],
        [
          'own __proto__',
          () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
        ],
      ]
      const outcomes: [string, string | null][] = []
      for (const [what, make] of bombs)
        for (const where of ['input', 'name']) {
          const answer = await (async () =>
            where === 'input' ? workbench.call('search.find', make()) : workbench.call(make(), {}))().then(
            text => {
              const { ok, code } = JSON.parse(text)
              return ok || code !== 'invalid' ? text.slice(0, 200) : null
            },
            // What cannot even be sent never leaves the page.
            () => null,
          )
          outcomes.push([`${what} as ${where}`, answer])
        }
      return outcomes
    })
    expect(await running.call('case.state', {})).toMatchObject({ ok: true })
    heldAgainst(context, 'messages that are bombs', told)
  }, 120_000)
})

// https://www.electronjs.org/docs/latest/tutorial/security, item by item; those that need an attack are tried above and in policy.test.ts.
describe('the checklist of Electron', () => {
  const built = () => readFileSync(path.join(root, 'out/main/start.cjs'), 'utf8')

  test('2, 3, 4, 6, 8, 9, 10, 11, 12: every window has the strict preferences, and none asks for more', async () => {
    const preferences = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map(one => {
        const all = (one as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
        const names = [
          'nodeIntegration',
          'nodeIntegrationInSubFrames',
          'contextIsolation',
          'sandbox',
          'webSecurity',
          'allowRunningInsecureContent',
          'experimentalFeatures',
          'webviewTag',
        ]
        return {
          ...Object.fromEntries(names.map(name => [name, all[name]])),
          features: [all.enableBlinkFeatures, all.disableBlinkFeatures].filter(Boolean),
        }
      }),
    )
    expect(preferences).toEqual([
      {
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        features: [],
      },
    ])
    expect(built()).not.toMatch(
      /enableBlinkFeatures|experimentalFeatures|webSecurity|allowRunningInsecureContent|nodeIntegrationIn|allowpopups|webviewTag: true|sandbox: false|contextIsolation: false/,
    )
  })

  test('1, 15, 18: nothing is loaded from the web or by file:, and no address is handed to the system', () => {
    const code = built()
    expect(code).not.toMatch(/openExternal|openPath|loadFile\(|loadURL\(['"`](https?|file):/)
    expect(readFileSync(path.join(root, 'out/renderer/index.html'), 'utf8')).not.toMatch(
      /(src|href)="(https?:|\/\/|file:)/,
    )
  })

  test('16: the pinned runtime is exact and of a major that is supported as this is written', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
  })

  test('20: the page has neither Electron nor its messages', async () => {
    const found = await running.page.evaluate(() =>
      ['ipcRenderer', 'electron', 'require', 'process', 'contextBridge', 'webFrame', 'chrome', 'electronAPI'].filter(
        name => name in window && name !== 'chrome',
      ),
    )
    expect(found).toEqual([])
  })
})
