import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'

// What an untrusted page would try, tried in the real app.

const data = temporaryFolder()
let running: RunningApp

beforeAll(async () => {
  running = await launchApp({ userData: data.folder })
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

describe('the page', () => {
  test('has the strict policy, word for word, on every file', async () => {
    const headers = await running.page.evaluate(async () => {
      const scripts = [...document.querySelectorAll('script')].map(script => script.src)
      const answers = await Promise.all(['index.html', ...scripts].map(place => fetch(place)))
      return answers.map(answer => answer.headers.get('content-security-policy'))
    })
    expect(headers.length).toBeGreaterThan(1)
    for (const header of headers) {
      expect(header).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src app://reader-1 app://reader-2 app://reader-3",
      )
    }
  })

  test('runs no inline script, no event attribute and no style that was written into it', async () => {
    const result = await running.page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', event => violated.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      const holder = document.createElement('div')
      holder.innerHTML = '<img src="data:," onerror="window.attributeRan = true"><p style="color: red">x</p>'
      document.body.append(script, holder)
      const colour = getComputedStyle(holder.querySelector('p') as Element).color
      await new Promise(resolve => setTimeout(resolve, 300))
      holder.remove()
      return { ran: ['inlineRan', 'attributeRan'].filter(name => name in window), colour, violated }
    })
    expect(result.ran).toEqual([])
    expect(result.colour).not.toBe('rgb(255, 0, 0)')
    expect(result.violated).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-attr']))
  })

  test.each([
    'http://127.0.0.1:9/',
    'https://glossator.invalid/',
    'app://another/index.html',
    'file:///etc/hostname',
    'print://document/',
  ])('cannot fetch %s', async address => {
    const outcome = await running.page.evaluate(
      place =>
        fetch(place).then(
          () => 'fetched',
          () => 'refused',
        ),
      address,
    )
    expect(outcome).toBe('refused')
  })

  test.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../main/start.cjs',
    '//etc/hostname',
    '/nothing.js',
  ])('finds no file at %s', async place => {
    const status = await running.page.evaluate(async at => (await fetch(`app://glossator${at}`)).status, place)
    expect(status).toBe(404)
  })

  test('serves what was built: the control for the refusals above', async () => {
    const status = await running.page.evaluate(async () => (await fetch('app://glossator/index.html')).status)
    expect(status).toBe(200)
  })

  test('opens no window, leads nowhere and frames nothing', async () => {
    const { page, app } = running
    const before = page.url()
    const opened = await page.evaluate(async () => {
      const popup = window.open('https://glossator.invalid/')
      const link = document.createElement('a')
      link.href = 'https://glossator.invalid/'
      document.body.append(link)
      link.click()
      location.href = 'data:text/html,elsewhere'
      const frame = document.createElement('iframe')
      frame.src = 'app://glossator/index.html'
      document.body.append(frame)
      await new Promise(resolve => setTimeout(resolve, 500))
      link.remove()
      const framed = frame.contentDocument?.getElementById('root') !== undefined && frame.contentDocument !== null
      frame.remove()
      return { popup: popup !== null, framed }
    })
    expect(opened).toEqual({ popup: false, framed: false })
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('is given no permission', async () => {
    const states = await running.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
      const asked = await Promise.all(names.map(name => navigator.permissions.query({ name })))
      return asked.map(answer => answer.state)
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })

  test('downloads nothing by itself', async () => {
    const begun = await running.app.evaluate(async ({ session, BrowserWindow }) => {
      const finished = new Promise<string>(resolve => {
        session.defaultSession.once('will-download', event => resolve(event.defaultPrevented ? 'prevented' : 'begun'))
        setTimeout(() => resolve('nothing'), 3000)
      })
      await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `{ const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob(['x'])); link.download = 'x.txt'; link.click() }`,
        true,
      )
      return finished
    })
    expect(begun).toBe('prevented')
  })
})

describe('the bridge', () => {
  test('is two functions and nothing else', async () => {
    const found = await running.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { workbench: object }).workbench).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in window),
    }))
    expect(found).toEqual({ bridge: ['call', 'onEvent'], node: [] })
  })

  test('sits in a sandboxed, isolated page', async () => {
    const settings = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    })
    expect(settings).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
  })

  test.each(['__proto__', 'constructor', 'toString', 'case.nothing', ''])('answers "%s" as invalid', async name => {
    expect(await running.call(name, {})).toMatchObject({ ok: false, code: 'invalid' })
  })

  test('answers a name that is no string as invalid', async () => {
    expect(await running.call({ name: 'case.state' } as unknown as string, {})).toMatchObject({ code: 'invalid' })
  })

  test('answers our own page: the control for the refusals below', async () => {
    expect(await running.call('case.state', {})).toMatchObject({ ok: true })
  })

  // The same preload script, so that the call itself is made: only who calls differs.
  test.each([
    ['another window with our page', 'app://glossator/index.html'],
    ['another origin', 'data:text/html,<title>elsewhere</title>'],
  ])('hears nothing from %s', async (_who, address) => {
    const outcome = await running.app.evaluate(async ({ app, BrowserWindow }, place) => {
      const preload = `${app.getAppPath()}/out/main/preload.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await other.loadURL(place)
      const answer = await other.webContents.executeJavaScript(
        `workbench.call('case.state', {}).then(() => 'answered', error => error.message)`,
      )
      other.destroy()
      return answer as string
    }, address)
    expect(outcome).toContain('Only the page of Glossator may call the workbench')
  })

  test('hears nothing from our own window once it shows something else', async () => {
    const own = temporaryFolder()
    const other = await launchApp({ userData: own.folder })
    const outcome = await other.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // It would be brought home at once.
      contents?.removeAllListeners('did-navigate')
      await contents?.loadURL('data:text/html,<title>elsewhere</title>')
      return contents?.executeJavaScript(
        `workbench.call('case.state', {}).then(() => 'answered', error => error.message)`,
      ) as Promise<string>
    })
    await other.quit()
    own.remove()
    expect(outcome).toContain('Only the page of Glossator may call the workbench')
  })
})
