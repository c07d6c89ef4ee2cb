import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HeadlessHost, headlessHost } from '../../main/cli/print.ts'
import { briefingHtml } from '../../main/exporters/briefing/document.ts'
import { pdfEngine } from '../../main/exporters/pdf/engine.ts'
import { destinationPages } from '../../main/exporters/pdf/places.ts'
import { printBriefing } from '../../main/exporters/pdf/print-briefing.ts'
import { say } from '../../main/say.ts'
import { root } from '../../main/setup/project.mjs'
import type { Briefing } from '../../shared/model/briefing.ts'
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
  const [briefing, flash] = document.briefings
  if (!briefing || !flash) throw new Error('the sample has two briefings')
  const engine = await pdfEngine(host)
  const at = '2025-06-02T09:00:00.000Z'
  const print = ({ id }: Briefing) =>
    printBriefing(document, id, {
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
  const { pdf, degraded, told } = await print(briefing)
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
  // The contents say where each section begins, which a print without words told.
  expect(degraded.join(' ')).not.toContain(say('briefing.degradedMoved'))
  const places = await destinationPages(pdf)
  const [first] = headings
  if (!first) throw new Error('the dossier has sections')
  expect(words(pages[(places[first.anchor] ?? 0) - 1] ?? '')).toContain(words(first.title))
  expect(Buffer.compare((await print(flash)).pdf, (await print(flash)).pdf)).toBe(0)
  if (engine.chromium < 120) expect(degraded.join(' ')).toContain('no tagged PDF')
  if (engine.chromium < 131) {
    expect(degraded.join(' ')).toContain('does not name the section')
    expect(degraded.join(' ')).toContain('cannot turn single pages')
  } else expect(degraded).toEqual([])
})
