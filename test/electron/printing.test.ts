import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HeadlessHost, headlessHost } from '../../main/cli/print.ts'
import { root } from '../../main/setup/project.mjs'
import { runtime, temporaryFolder } from '../support/app.ts'

const start = path.join(root, 'out/main/start.cjs')
const options = {
  header: '<span style="font-size: 9px">MARKED</span>',
  footer:
    '<span style="font-size: 9px">page <span class="pageNumber"></span> of <span class="totalPages"></span></span>',
}
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Brief</title><style>@page { size: A4; margin: 25mm } section { break-before: page }</style>${body}</html>`

const work = temporaryFolder()
const textOf = (pdf: Uint8Array) => {
  const file = path.join(work.folder, 'printed.pdf')
  writeFileSync(file, pdf)
  return spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout
}
afterAll(work.remove)

describe('the engine of the command line', () => {
  let host: HeadlessHost
  beforeAll(async () => {
    process.env.GLOSSATOR_ELECTRON = runtime()
    host = await headlessHost(start)
  })
  afterAll(() => host?.close())

  test('says what it is', async () => {
    const { product, chromium } = await host.engine()
    expect(product).toContain('Chromium')
    expect(chromium).toBeGreaterThanOrEqual(114)
  })

  test('prints text, with header and footer on every page', async () => {
    const text = textOf(await host.printPdf(page('<h1>Alpha</h1><section>Beta</section>'), options))
    expect(text).toContain('Alpha')
    expect(text.match(/MARKED/g)).toHaveLength(2)
    expect(text).toContain('page 2 of 2')
  })

  test('runs no script of a document and fetches nothing for it', async () => {
    const html = page(
      '<p id="p">as written</p><script>document.getElementById("p").textContent = "CHANGED"</script><img src="http://127.0.0.1:9/x.png" alt="">',
    )
    const text = textOf(await host.printPdf(html, options))
    expect(text).toContain('as written')
    expect(text).not.toContain('CHANGED')
  })

  test('prints several at once, each its own', async () => {
    const names = ['One', 'Two', 'Three']
    const printed = await Promise.all(names.map(name => host.printPdf(page(`<h1>${name}</h1>`), options)))
    expect(printed.map(pdf => names.filter(name => textOf(pdf).includes(name)))).toEqual(names.map(name => [name]))
  })
})

describe('without an engine', () => {
  afterEach(() => {
    process.env.GLOSSATOR_ELECTRON = runtime()
  })

  test('a sentence says what to do', async () => {
    delete process.env.GLOSSATOR_ELECTRON
    await expect(headlessHost(start)).rejects.toThrow('Printing to PDF needs the Electron runtime')
    process.env.GLOSSATOR_ELECTRON = path.join(work.folder, 'nothing-here')
    await expect(headlessHost(start)).rejects.toThrow('there is no such file')
  })

  test('an engine that ends at once is reported with its last words', async () => {
    const broken = path.join(work.folder, 'broken')
    writeFileSync(broken, '#!/bin/sh\necho "cannot load library" >&2\nexit 3\n', { mode: 0o755 })
    process.env.GLOSSATOR_ELECTRON = broken
    await expect(headlessHost(start)).rejects.toThrow(/ended unexpectedly \(3\)[\s\S]*cannot load library/)
  })
})
