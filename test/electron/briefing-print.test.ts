import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HeadlessHost, headlessHost } from '../../main/cli/print.ts'
import { briefingHtml } from '../../main/exporters/briefing/document.ts'
import { pdfEngine } from '../../main/exporters/pdf/engine.ts'
import { printBriefing } from '../../main/exporters/pdf/print-briefing.ts'
import { root } from '../../main/setup/project.mjs'
import { caseDocument } from '../../shared/model/case-document.ts'
import { fonts } from '../main/exporters/support.ts'
import { runtime, temporaryFolder } from '../support/app.ts'
import { openTestCase } from '../support/case.ts'

const work = temporaryFolder()
let host: HeadlessHost

beforeAll(async () => {
  process.env.GLOSSATOR_ELECTRON = runtime()
  host = await headlessHost(path.join(root, 'out/main/start.cjs'))
})
afterAll(async () => {
  await host?.close()
  work.remove()
})

const words = (text: string) => text.replace(/\s+/g, ' ')

test('the dossier of the sample in this runtime: all of it, marked and numbered; what the engine cannot do is said', async () => {
  const opened = await openTestCase()
  await opened.workbench.openSample({ path: path.join(opened.directory, 'sample.gloss') })
  const document = caseDocument.parse(JSON.parse((await opened.ask('export.text', { format: 'json' })).text))
  await opened.close()
  const [briefing] = document.briefings
  if (!briefing) throw new Error('the sample has a briefing')
  const engine = await pdfEngine(host)
  const at = '2025-06-02T09:00:00.000Z'
  const { pdf, degraded, told } = await printBriefing(document, briefing.id, {
    engine,
    fonts: fonts(),
    at,
    attachments: () => [
      {
        name: 'a.json',
        data: new TextEncoder().encode('{}'),
        mediaType: 'application/json',
        description: 'a',
        relation: 'Data',
      },
    ],
  })
  const file = path.join(work.folder, 'dossier.pdf')
  writeFileSync(file, pdf)
  const run = (program: string, ...given: string[]) =>
    execFileSync(program, given, { encoding: 'utf8', maxBuffer: 64e6 })
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
  for (const [index, page] of pages.entries()) {
    expect(page.split(briefing.marking).length - 1).toBeGreaterThanOrEqual(2)
    expect(page).toContain(`page ${index + 1} of ${pages.length}`)
  }
  for (const row of run('pdffonts', file).trim().split('\n').slice(2)) {
    expect(row).toMatch(/(SourceSerif4|Inter)/)
    expect(row).toMatch(/ yes yes yes /)
  }
  // Every section is there from its first words to its last.
  const text = words(run('pdftotext', file, '-'))
  const { headings } = briefingHtml(document, briefing.id, { fonts: [], engine })
  for (const { title } of headings) expect(text).toContain(words(title))
  expect(told.length).toBeGreaterThan(10)
  expect(run('pdfdetach', '-list', file)).toContain('a.json')
  if (engine.chromium < 120) expect(degraded.join(' ')).toContain('no tagged PDF')
  if (engine.chromium < 131) {
    expect(degraded.join(' ')).toContain('does not name the section')
    expect(degraded.join(' ')).toContain('cannot turn single pages')
  } else expect(degraded).toEqual([])
})
