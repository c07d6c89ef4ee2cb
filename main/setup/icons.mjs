// npm run icons: draws the pictures of main/setup/package anew from the SVG files there. They are kept in git, as the
// packages are made on machines without a browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureDebianPackages } from './debian.mjs'
import { ensurePackages } from './packages.mjs'
import { root, runScript, say } from './project.mjs'

const folder = path.join(root, 'main/setup/package')

/** Sizes of Linux's icon theme, in pixels. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Kinds of Apple's format, each with the pixels of its picture: 32 and 64 twice, plain and for a dense screen. */
const appleKinds = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64 }
/** Tiles of the Windows store's package: name, width, height. */
const tiles = /** @type {const} */ ([
  ['StoreLogo', 50, 50],
  ['Square44x44Logo', 44, 44],
  ['Square150x150Logo', 150, 150],
  ['Wide310x150Logo', 310, 150],
])

/** A drawing as PNG, in the middle of a transparent ground. */
/** @typedef {(drawing: string, width: number, height?: number) => Promise<Buffer>} Draw */

/** @param {Draw} draw */
async function drawAll(draw) {
  const app = (/** @type {number} */ size) => draw(size <= 32 ? 'icon-small.svg' : 'icon.svg', size)
  const document = (/** @type {number} */ size) => draw('document.svg', size)
  await drawSet(path.join(folder, 'icons'), app)
  await drawSet(path.join(folder, 'document'), document)
  for (const [name, picture] of /** @type {const} */ ([
    ['icon', app],
    ['document', document],
  ])) {
    // One after another: there is one page to draw on.
    const windows = []
    for (const size of windowsSizes) windows.push({ size, png: await picture(size) })
    writeFileSync(path.join(folder, `${name}.ico`), icoOf(windows))
    const apple = []
    for (const [kind, size] of Object.entries(appleKinds)) apple.push({ kind, png: await picture(size) })
    writeFileSync(path.join(folder, `${name}.icns`), icnsOf(apple))
  }
  mkdirSync(path.join(folder, 'appx'), { recursive: true })
  for (const [name, width, height] of tiles)
    writeFileSync(path.join(folder, 'appx', `${name}.png`), await draw('icon.svg', width, height))
}

/** @param {string} place @param {(size: number) => Promise<Buffer>} picture */
async function drawSet(place, picture) {
  mkdirSync(place, { recursive: true })
  for (const size of linuxSizes) writeFileSync(path.join(place, `${size}x${size}.png`), await picture(size))
}

/** Windows' format: a list of places, then the PNG files (since Vista). @param {{ size: number, png: Buffer }[]} pictures */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // A side of 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Apple's format: chunks of kind, length with these eight bytes, PNG file. @param {{ kind: string, png: Buffer }[]} pictures */
export function icnsOf(pictures) {
  const chunk = (/** @type {string} */ kind, /** @type {Buffer} */ body) => {
    const head = Buffer.alloc(8)
    head.write(kind, 'latin1')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  return chunk('icns', Buffer.concat(pictures.map(({ kind, png }) => chunk(kind, png))))
}

/** Draws with Chromium. @param {(draw: Draw) => Promise<void>} use */
async function withBrowser(use) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: process.env.GLOSSATOR_CHROMIUM ?? '/usr/bin/chromium' })
  try {
    const page = await browser.newPage()
    await use(async (drawing, width, height = width) => {
      await page.setViewportSize({ width, height })
      const address = `data:image/svg+xml;base64,${readFileSync(path.join(folder, drawing)).toString('base64')}`
      await page.setContent(
        `<body style="margin:0;background:transparent"><img src="${address}" style="display:block;width:${width}px;height:${height}px;object-fit:contain">`,
      )
      await page.evaluate(async () => {
        await /** @type {HTMLImageElement} */ (document.querySelector('img')).decode()
      })
      return page.screenshot({ omitBackground: true })
    })
  } finally {
    await browser.close()
  }
}

if (process.argv[1]?.endsWith('icons.mjs'))
  await runScript(async () => {
    await ensurePackages()
    await ensureDebianPackages({ display: false, tests: true })
    await withBrowser(drawAll)
    say(`The pictures are in ${path.relative(root, folder)}.`)
    return 0
  })
