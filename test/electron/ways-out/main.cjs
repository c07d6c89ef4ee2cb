// Tries every way out of the machine that a page or a process has, and says when it is done. With GLOSSATOR_LOCKED the
// product is started first, and its page and its process try; otherwise a bare window does: the control, which must leak.
const { app, BrowserWindow, net, session } = require('electron')
const path = require('node:path')

const locked = Boolean(process.env.GLOSSATOR_LOCKED)
// Loopback only, and a name that is reserved for never existing.
const address = 'http://127.0.0.1:48999'
const name = 'http://glossator.invalid'

// A try that fails late must not stop the others with a dialog.
process.on('uncaughtException', () => undefined)
process.on('unhandledRejection', () => undefined)
app.on('window-all-closed', () => undefined)
if (locked) require(path.join(app.getAppPath(), '../../../out/main/start.cjs'))

const inPage = `(async () => {
  const tries = []
  const attempt = work => tries.push((async () => work())().catch(() => undefined))
  for (const place of ['${address}', '${name}']) {
    attempt(() => fetch(place + '/fetch', { mode: 'no-cors' }))
    attempt(() => { new Image().src = place + '/image.png' })
    attempt(() => navigator.sendBeacon(place + '/beacon', 'x'))
    attempt(() => new WebSocket(place.replace('http', 'ws')))
    attempt(() => new EventSource(place + '/events'))
    attempt(() => window.open(place))
    for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'stylesheet', 'icon']) {
      attempt(() => document.head.append(Object.assign(document.createElement('link'), { rel, href: place + '/' + rel })))
    }
    for (const tag of ['iframe', 'video', 'script', 'embed']) {
      attempt(() => document.body.append(Object.assign(document.createElement(tag), { src: place + '/' + tag })))
    }
    attempt(() => {
      const form = Object.assign(document.createElement('form'), { action: place, target: 'elsewhere' })
      document.body.append(form)
      form.submit()
    })
  }
  attempt(() => fetch('file:///etc/hostname'))
  attempt(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: ['stun:127.0.0.1:3478', 'stun:glossator.invalid:3478'] }] })
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
  })
  await new Promise(resolve => setTimeout(resolve, 3000))
  location.href = '${address}/navigation'
})()`

function inProcess() {
  const attempt = (/** @type {() => unknown} */ work) => {
    try {
      const result = /** @type {{ on?: Function } | undefined} */ (work())
      result?.on?.('error', () => undefined)
    } catch {
      // Refused: as it should be when locked.
    }
  }
  for (const place of [address, name]) {
    attempt(() => require('node:http').get(place))
    attempt(() => require('node:https').get(place.replace('http', 'https')))
    attempt(() => require('node:dns').lookup(new URL(place).hostname, () => undefined))
    attempt(() => require('node:dns').promises.resolve('glossator.invalid'))
    attempt(() => require('node:net').connect({ host: new URL(place).hostname, port: 48999 }))
    attempt(() => require('node:dgram').createSocket('udp4').send('x', 48999, '127.0.0.1'))
    attempt(() => fetch(place))
    attempt(() => net.fetch(place))
    attempt(() => {
      const request = net.request(place)
      request.on('error', () => undefined)
      request.end()
    })
    attempt(() => session.fromPartition('another').fetch?.(place))
    attempt(() => session.fromPartition('another').resolveHost?.('glossator.invalid'))
  }
}

async function tryAll() {
  if (!locked) await new BrowserWindow({ show: false }).loadURL('data:text/html,<body>')
  while (BrowserWindow.getAllWindows().length === 0) await new Promise(resolve => setTimeout(resolve, 50))
  const window = /** @type {import('electron').BrowserWindow} */ (BrowserWindow.getAllWindows()[0])
  while (window.webContents.isLoading()) await new Promise(resolve => setTimeout(resolve, 50))
  inProcess()
  await Promise.race([
    window.webContents.executeJavaScript(inPage).catch(() => undefined),
    new Promise(resolve => setTimeout(resolve, 8000)),
  ])
  await new Promise(resolve => setTimeout(resolve, 1000))
  process.stdout.write('TRIED EVERYTHING\n')
  app.exit(0)
}
app.whenReady().then(tryAll)
