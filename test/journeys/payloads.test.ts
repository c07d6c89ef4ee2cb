import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { screens } from '../../renderer/location.ts'
import { caseDocument } from '../../shared/model/case-document.ts'
import type { RichTextNode } from '../../shared/model/rich-text.ts'
import { ask } from '../support/ask.ts'
import { heldAgainst } from '../support/attacks.ts'
import { importInput } from '../support/case.ts'
import {
  faultsInCsv,
  faultsInHtml,
  faultsInJson,
  faultsInMarkdown,
  faultsInOffice,
  faultsInPdf,
} from '../support/inert-files.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'
import { payloads } from '../support/payloads.ts'

// Every field of every record holds words that mean harm; then every screen shows them and every export writes them.

const begin = journeysAt('#/sources')

let turn = 0
const next = () => payloads[turn++ % payloads.length] ?? ''

/** Puts payloads wherever an operation lets words be put, field by field: what refuses one is no place for them. */
const fillWithPayloads = async ({ workbench }: Journey): Promise<{ taken: number; refused: number }> => {
  const exported = await workbench.call('export.text', { format: 'json' })
  if (!exported.ok) throw new Error(exported.message)
  const document = caseDocument.parse(JSON.parse(exported.value.text))
  const count = { taken: 0, refused: 0 }
  const put = async (name: string, input: (words: string) => unknown) => {
    const outcome = await workbench.call(name, input(next()))
    count[outcome.ok ? 'taken' : 'refused'] += 1
    expect(outcome.ok || outcome.code !== 'broken', `${name} ${JSON.stringify(outcome)}`).toBe(true)
  }
  const isWord = (value: unknown) => typeof value === 'string' || value === null
  const records: [string, readonly object[]][] = [
    ['terms', document.terms],
    ['parties', document.parties],
    ['lineages', document.lineages],
    ['claims', document.claims.slice(0, 40)],
    ['positions', document.positions],
    ['risks', document.risks.slice(0, 8)],
    ['inquiries', document.inquiries],
    ['hypotheses', document.hypotheses],
    ['notes', document.notes],
    ['briefings', document.briefings],
    ['excerpts', document.excerpts.slice(0, 20)],
    ['tags', document.tags],
    ['collections', document.collections],
  ]
  for (const [kind, all] of records)
    for (const record of all as Record<string, unknown>[])
      for (const [field, value] of Object.entries(record))
        if (isWord(value) && !/^(id|ref|created|updated|source|term)$/.test(field))
          await put(`${kind}.update`, words => ({ id: record.id, patch: { [field]: words } }))
  for (const { id, ...source } of document.sources)
    for (const field of Object.keys(source))
      await put('sources.update', words => ({ ids: [id], patch: { [field]: words } }))
  for (const field of ['name', 'analyst', 'scheme']) await put('case.update', words => ({ [field]: words }))
  return count
}

const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const words = (text: string, ...marks: NonNullable<RichTextNode['marks']>): RichTextNode => ({
  type: 'text',
  text,
  marks,
})

/** A document of the editor with payloads in its words and its links. */
const hostileText = (): RichTextNode => ({
  type: 'doc',
  content: payloads
    .filter(one => one.trim() !== '')
    .map(one =>
      paragraph(words(one), words('link', { type: 'link', attrs: { href: one, onclick: 'window.attackRan=1' } })),
    ),
})

/** What a payload came to in the page as it stands; null where it is words and nothing else. */
const harmIn = ({ page }: Journey): Promise<string | null> =>
  page.evaluate(() => {
    if ('attackRan' in window) return 'ran'
    const found = document.querySelector(
      'x-attack, script:not([src]), base, object, embed, svg script, [onclick], [onload], [onerror], [srcdoc], meta[http-equiv], a[href^="javascript:" i], a[href^="data:" i], img[src*="glossator.invalid"], link[href*="glossator.invalid"]',
    )
    return found ? found.outerHTML.slice(0, 200) : null
  })

test('payloads in every field are words on every screen and in every file that leaves', async context => {
  const running = await begin()
  const { page, workbench, host, directory, errors } = running
  const { taken } = await fillWithPayloads(running)
  expect(taken).toBeGreaterThan(300)
  const text = payloads.filter(one => one.trim() !== '').join('\n\n')
  const imported = await workbench.call(
    'sources.import',
    importInput(text.normalize('NFC').replace(/\p{Surrogate}/gu, ''), {
      title: payloads[0] ?? '',
      fileName: `${payloads[9]}.txt`,
    }),
  )
  expect(imported).toMatchObject({ ok: true })
  const write = async (name: string, input: unknown) => {
    const outcome = await workbench.call(name, input)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
    return outcome.value
  }
  const note = (await write('notes.create', { title: payloads[3] ?? '', document: hostileText() })) as { id: string }
  const [briefing] = await ask(running, 'briefings.list', {})
  if (!briefing) throw new Error('The sample has a briefing')
  const { blocks } = await ask(running, 'briefings.read', { id: briefing.id })
  await write('briefings.update', {
    id: briefing.id,
    patch: {
      blocks: blocks.map(block => ({
        ...block,
        heading: next(),
        ...('caption' in block ? { caption: next() } : {}),
        ...('document' in block ? { document: hostileText() } : {}),
      })),
    },
  })
  await page.reload()

  const shown: [string, unknown][] = []
  const [source] = await ask(running, 'sources.list', {})
  const [risk] = await ask(running, 'risks.register', {})
  const [term] = await ask(running, 'terms.list', {})
  const own = imported.ok ? (imported.value as { source: string }).source : ''
  const addresses = [
    ...screens.map(screen => `#/${screen}`),
    `#/reader/${own}`,
    `#/reader/${source?.id}`,
    `#/risks/${risk?.id}`,
    `#/term/${term?.id}`,
    `#/texts/${own}`,
    `#/notes/${note.id}`,
    `#/briefings/${briefing.id}`,
    ...payloads.slice(0, 12).map(one => `#/search?words=${encodeURIComponent(one)}`),
    ...payloads
      .slice(0, 12)
      .map(one => `#/${encodeURIComponent(one)}/${encodeURIComponent(one)}?term=${encodeURIComponent(one)}`),
  ]
  for (const address of addresses) {
    await page.evaluate(to => {
      location.hash = to
    }, address)
    await page.waitForFunction(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    )
    await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 20_000 }).toBe(0)
    const harm = await harmIn(running)
    shown.push([`screen ${address}`, harm ?? (errors.length > 0 ? errors.splice(0).join('; ').slice(0, 300) : null)])
  }
  const fields = Array.from({ length: taken }, (_, at) => [`field ${at}`, null] as const)
  heldAgainst(context, 'payloads on screens', [...fields, ...shown])

  const written: [string, unknown][] = []
  const folder = path.join(directory, 'written')
  mkdirSync(folder)
  const save = async (name: string, input: unknown, ending: string) => {
    const file = path.join(folder, `${written.length}.${ending}`)
    host.chooseSave = file
    const outcome = await workbench.call(name, input)
    if (!outcome.ok) return written.push([`${name} ${ending}`, outcome.code === 'refused' ? null : outcome.message])
    const bytes = readFileSync(file)
    const faults =
      ending === 'pdf'
        ? await faultsInPdf(bytes)
        : ending === 'xlsx' || ending === 'docx'
          ? faultsInOffice(bytes)
          : ending === 'csv'
            ? faultsInCsv(bytes.toString())
            : ending === 'md'
              ? faultsInMarkdown(bytes.toString())
              : ending === 'json' || ending === 'jsonld'
                ? faultsInJson(bytes.toString())
                : faultsInHtml(bytes.toString())
    written.push([
      `${name} ${JSON.stringify(input).slice(0, 80)} ${ending}`,
      faults.length > 0 ? faults.slice(0, 5) : null,
    ])
  }
  for (const { key, severity, answer } of await ask(running, 'briefings.check', { id: briefing.id }))
    if (severity === 'error' && answer === null)
      await write('briefings.answer', { id: briefing.id, finding: key, reason: next() || 'x' })
  for (const format of ['pdf', 'docx', 'html', 'md'] as const)
    await save('briefings.export', { id: briefing.id, format, issue: false }, format)
  for (const format of ['xlsx', 'csv', 'json', 'docx', 'pdf'] as const)
    await save(
      'matrix.export',
      { format, view: format === 'xlsx' ? null : 'sources', asOf: null, grain: null, terms: null },
      format,
    )
  for (const format of ['csv', 'json'] as const) await save('export.save', { format }, format)
  for (const [form, ending] of [
    ['csv', 'csv'],
    ['w3c', 'jsonld'],
  ] as const)
    await save('excerpts.save', { filter: { all: [] }, form }, ending)
  for (const format of ['pdf', 'docx', 'html'] as const)
    for (const kind of ['top', 'register'] as const)
      await save('risks.report', { kind, format, risk: null, since: null, asOf: null }, format)
  for (const format of ['xlsx', 'csv'] as const) await save('registerExchange.export', { format }, format)
  await save('notes.save', { id: note.id }, 'md')
  heldAgainst(context, 'payloads in files that leave', written)
  expect(written.filter(([, fault]) => fault === null).length).toBeGreaterThan(15)
}, 240_000)

test('the console of a journey tells of everything the policy holds back: what is planted is found', async () => {
  const { page, errors } = await begin({ case: 'empty' })
  const planted: [string, string][] = [
    [
      'script',
      `const script = document.createElement('script'); script.textContent = 'window.attackRan=1'; document.body.append(script)`,
    ],
    [
      'event',
      `const holder = document.createElement('div'); holder.innerHTML = '<img src="data:," onerror="window.attackRan=1">'; document.body.append(holder)`,
    ],
    [
      'style',
      `const holder = document.createElement('div'); holder.innerHTML = '<p style="color:red">x'; document.body.append(holder)`,
    ],
    ['picture', `new Image().src = 'https://glossator.invalid/a.png'`],
    ['request', `fetch('https://glossator.invalid/').catch(() => undefined)`],
    [
      'frame',
      `document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://glossator.invalid/' }))`,
    ],
  ]
  for (const [what, script] of planted) {
    errors.length = 0
    await page.evaluate(script)
    await expect.poll(() => errors.join('\n'), { message: what }).toMatch(/Content Security Policy/i)
  }
  expect(await page.evaluate(() => 'attackRan' in window)).toBe(false)
  await page.evaluate(() => new Promise(done => setTimeout(done, 0)))
  errors.length = 0
})
