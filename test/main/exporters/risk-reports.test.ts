import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RiskReportFormat, type RiskReportKind, riskReportKind } from '../../../shared/contract/risk-reports.ts'
import type { RegisterRow } from '../../../shared/contract/risks.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'
import { missingOf, startPrinting, type TestEngine } from '../../support/printing.ts'
import { attributeOf, elementsOf, hasClass, parsed, textOf } from './support.ts'

let opened: TestCase
let rows: RegisterRow[]

beforeAll(async () => {
  opened = await openTestCase()
  const outcome = await opened.workbench.openSample({ path: path.join(opened.directory, 'sample.gloss') })
  if (!outcome.ok) throw new Error(outcome.message)
  rows = await opened.ask('risks.register', {})
})
afterAll(() => opened.close())

const idOf = (ref: string): RiskId | null => rows.find(row => row.ref === ref)?.id ?? null

const written = async (
  kind: RiskReportKind,
  format: RiskReportFormat,
  more: Partial<Parameters<typeof opened.ask<'risks.report'>>[1]> = {},
): Promise<string> => {
  const file = path.join(opened.directory, `${kind}.${format}`)
  opened.host.answer = file
  const risk = kind === 'dossier' ? idOf('R-06') : null
  const { path: there } = await opened.ask('risks.report', { kind, format, risk, since: null, asOf: null, ...more })
  expect(there).toBe(file)
  return file
}

const html = async (
  ...asked: Parameters<typeof written> extends [infer Kind, unknown, (infer More)?] ? [Kind, More?] : never
) => {
  const [kind, more] = asked
  return parsed(readFileSync(await written(kind, 'html', more), 'utf8'))
}

const bodyText = (elements: ReturnType<typeof parsed>) =>
  elements
    .filter(({ tagName }) => tagName === 'body')
    .map(textOf)
    .join('')
    .replace(/\s+/g, ' ')

describe('as a web page', () => {
  test.each(riskReportKind.options)(
    '%s: title, author, marking, key, no script, and every link within leads somewhere',
    async kind => {
      const elements = await html(kind)
      const text = bodyText(elements)
      expect(text).toContain('Desk analyst')
      expect(text).toMatch(/TLP:GREEN/)
      expect(text).toContain('Likelihood: almost no chance 1–5 %')
      expect(elements.filter(({ tagName }) => tagName === 'script')).toEqual([])
      expect(elements.filter(each => attributeOf(each, 'style') !== undefined)).toEqual([])
      const ids = elements.map(each => attributeOf(each, 'id')).filter(id => id !== undefined)
      expect(new Set(ids).size).toBe(ids.length)
      const links = elements.flatMap(each => attributeOf(each, 'href') ?? []).filter(href => href.startsWith('#'))
      expect(links.filter(href => !ids.includes(href.slice(1)))).toEqual([])
    },
  )

  test('the top ones are the gravest that are not closed, in the order of the register, beside a map of all', async () => {
    const elements = await html('top')
    const shown = elements
      .filter(({ tagName }) => tagName === 'tbody')
      .flatMap(body => elementsOf(body).filter(({ tagName }) => tagName === 'tr'))
    const refs = shown.map(row => textOf(row).match(/R-\d+/)?.[0])
    const open = rows.filter(({ status }) => status !== 'closed' && status !== 'archived')
    expect(refs).toEqual(open.slice(0, 8).map(({ ref }) => ref))
    const map = elements.find(({ tagName }) => tagName === 'svg')
    expect(map && attributeOf(map, 'aria-label')).toMatch(/^Heat map of 17 risks\./)
  })

  test('the register has every risk with its scores and the passages behind them, and leaves out what is archived', async () => {
    const elements = await html('register')
    const heads = elements.filter(({ tagName }) => tagName === 'h3').map(textOf)
    expect(heads).toEqual(rows.map(({ ref, title }) => `${ref} ${title}`))
    expect(
      elements
        .filter(hasClass('endnotes'))
        .flatMap(elementsOf)
        .filter(({ tagName }) => tagName === 'li').length,
    ).toBeGreaterThan(40)
    const gone = rows.at(-1)
    if (!gone) throw new Error('a risk')
    await opened.ask('risks.move', { ids: [gone.id], status: 'archived', reason: 'Told elsewhere.' })
    expect(bodyText(await html('register'))).not.toContain(gone.title)
    await opened.ask('history.undo', {})
  })

  test('as of a day, levels, statuses and scores are those of that day', async () => {
    const asOf = { dated: '2025-03-17' }
    const then = bodyText(await html('register', { asOf }))
    expect(then).toContain('as of 17 Mar 2025, by what is dated by then')
    const { risks } = await opened.ask('risks.map', { asOf })
    const heads = (await html('register', { asOf })).filter(({ tagName }) => tagName === 'h3').map(textOf)
    expect(heads.map(head => head.slice(0, 4)).sort()).toEqual(risks.map(({ ref }) => ref).sort())
    const whole = await Promise.all(rows.map(({ id }) => opened.ask('risks.read', { id })))
    const [later, earlier] = [true, false].map(isLater =>
      whole.flatMap(({ assessments }) =>
        assessments.filter(({ kind, date }) => kind === 'current' && date > '2025-03-17' === isLater),
      ),
    )
    expect(later?.length).toBeGreaterThan(5)
    for (const { reason } of later ?? []) expect(then).not.toContain(reason)
    expect(earlier?.some(({ reason }) => then.includes(reason))).toBe(true)
  })

  test('a dossier has every scoring, move and review of its risk', async () => {
    const risk = idOf('R-06')
    if (risk === null) throw new Error('R-06')
    const whole = await opened.ask('risks.read', { id: risk })
    const text = bodyText(await html('dossier', { risk }))
    for (const { reason } of [...whole.assessments, ...whole.moves]) expect(text).toContain(reason.replace(/\s+/g, ' '))
    for (const { note } of whole.reviews) expect(text).toContain(note.replace(/\s+/g, ' '))
    for (const { statement } of whole.indicators) expect(text).toContain(statement)
  })

  test('changes are told since the last briefing where no day is named, each with its reasons and quotes', async () => {
    const text = bodyText(await html('changes'))
    const [edition] = await opened.ask('editions.list', {})
    const since = { recorded: edition?.created ?? '' }
    const movers = await opened.ask('risks.movers', { since, until: null })
    expect(text).toContain(`${movers.length} risks moved`)
    const reasons = await opened.ask('risks.reasons', { ids: movers.map(({ id }) => id), since, until: null })
    for (const reason of reasons.flatMap(one => one.reasons)) {
      expect(text).toContain(reason.reason.replace(/\s+/g, ' '))
      if (reason.is === 'assessment')
        for (const { exact } of reason.quotes) expect(text).toContain(exact.replace(/\s+/g, ' ').trim())
    }
    expect(bodyText(await html('changes', { since: { dated: '2025-05-05' } }))).toContain('nothing moved')
  })

  test('what cannot be told is refused before a place is asked for', async () => {
    opened.host.answer = path.join(opened.directory, 'nothing.html')
    const asked = { kind: 'dossier', format: 'html', risk: null, since: null, asOf: null }
    expect((await opened.refused('risks.report', asked)).message).toMatch(/A dossier is about one risk/)
    expect(existsSync(opened.host.answer)).toBe(false)
  })
})

test.each(riskReportKind.options)(
  '%s as a Word document is upright, marked, and its links have their bookmarks',
  async kind => {
    const file = await written(kind, 'docx')
    const part = (name: string) => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8', maxBuffer: 64e6 })
    const document = part('word/document.xml')
    expect(document).toContain('w:pgSz w:w="11906" w:h="16838"/>')
    expect(part('word/header1.xml')).toContain('TLP:GREEN')
    const bookmarks = [...document.matchAll(/w:bookmarkStart w:id="\d+" w:name="(.*?)"/g)].map(([, name]) => name)
    const links = [...document.matchAll(/w:anchor="(.*?)"/g)].map(([, name]) => name)
    expect(links.filter(name => !bookmarks.includes(name))).toEqual([])
    if (kind === 'top') for (const level of ['VL', 'L', 'M', 'H', 'VH']) expect(document).toContain(`>${level}</w:t>`)
  },
)

const missing = missingOf('pdfinfo', 'pdftotext', 'pdffonts')

describe.skipIf(missing.length > 0)(`printed${missing.length > 0 ? ` (not here: ${missing.join(', ')})` : ''}`, () => {
  let printing: TestEngine
  beforeAll(async () => {
    printing = await startPrinting()
    const { chromium, print } = printing.engine
    opened.host.engine = async () => ({ product: 'Chromium', chromium })
    opened.host.printPdf = print
  })
  afterAll(() => printing.close())

  test.each(riskReportKind.options)(
    '%s: marking and "page n of N" on every page, author and title in its facts',
    async kind => {
      const file = await written(kind, 'pdf')
      const run = (program: string, ...given: string[]) =>
        execFileSync(program, given, { encoding: 'utf8', maxBuffer: 64e6 })
      const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
      for (const [index, page] of pages.entries()) {
        expect(page.match(/TLP:GREEN/g)).toHaveLength(2)
        expect(page).toContain(`page ${index + 1} of ${pages.length}`)
      }
      if (kind === 'top') expect(pages).toHaveLength(1)
      const info = run('pdfinfo', file)
      expect(info).toMatch(/Title: +\S/)
      expect(info).toContain('Author:          Desk analyst')
      expect(info).toMatch(/Tagged: +yes/)
      const faces = run('pdffonts', file).split('\n').slice(2).filter(Boolean)
      for (const face of faces) expect(face).toMatch(/\+(Inter|SourceSerif4)-/)
      // What Chromium 114 would leave out of the margins otherwise.
      expect(faces.join(' ')).toContain('+Inter-SemiBold')
    },
  )
})
