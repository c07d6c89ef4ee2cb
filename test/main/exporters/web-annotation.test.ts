import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { ExcerptFilter } from '../../../shared/model/excerpt-filter.ts'
import { codePointsAt } from '../../../shared/rules/code-points.ts'
import {
  citing,
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  type TestCase,
  termInput,
} from '../../support/case.ts'

// The parts of the W3C Web Annotation Data Model (Recommendation, 23 February 2017) that the export uses: sections 3.1
// (annotations), 3.2.4 (embedded textual bodies), 3.3.5 (motivation and purpose), 4.2.4 and 4.2.5 (text quote and text
// position selectors), 5.1 and 5.2 (collections and pages). Strict: what the model does not know fails.

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const instant = z.iso.datetime()
const motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
])
const oneOrMore = <Value extends z.ZodType>(value: Value) => z.union([value, z.array(value).min(2)])

const textualBody = z.strictObject({
  id: iri.optional(),
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.literal('text/plain').optional(),
  language: z.string().optional(),
  purpose: motivation.optional(),
})
const specificBody = z.strictObject({
  type: z.literal('SpecificResource'),
  source: iri,
  purpose: motivation,
  // Not of the model: RDF Schema, in the same context.
  label: z.string(),
})
const selector = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z
    .strictObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) })
    .refine(({ start, end }) => start <= end),
])
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: oneOrMore(motivation),
  created: instant,
  modified: instant,
  creator: z.strictObject({ type: z.literal('Person'), name: z.string().min(1) }).optional(),
  body: z
    .array(z.discriminatedUnion('type', [textualBody, specificBody]))
    .min(1)
    .optional(),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    source: z.strictObject({
      id: iri,
      type: z.literal('Text'),
      format: z.literal('text/plain'),
      language: z.string().min(1).optional(),
      label: z.string().optional(),
      via: iri.optional(),
    }),
    selector: oneOrMore(selector),
    styleClass: z.string(),
  }),
})
const collection = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int().min(0),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
  last: iri,
})

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const exportAll = async () => {
  one.host.answer = join(one.directory, 'excerpts.jsonld')
  await one.ask('excerpts.save', { filter: { all: [] } as ExcerptFilter, form: 'w3c' })
  return collection.parse(JSON.parse(readFileSync(one.host.answer, 'utf8')))
}

test('excerpts are annotations of the model, with positions in code points', async () => {
  const text = '😀 first.\n\nThe fund gets “half” 𝔸 of it.'
  const { source } = await one.ask('sources.import', importInput(text, { title: 'Half' }))
  await one.ask('sources.update', { ids: [source], patch: { url: 'https://example.org/a', language: 'en' } } as never)
  const plain = await one.ask('excerpts.create', await passageOf(one, source, 'first'))
  const half = await one.ask('excerpts.create', await passageOf(one, source, '“half” 𝔸 of'))
  const tag = await one.ask('tags.create', { name: 'Share', parent: null, colour: 'sky', description: '' })
  await one.ask('excerpts.update', { id: half.id, patch: { tags: [tag.id], comment: 'Of what?', credibility: 2 } })
  const term = await one.ask('terms.create', termInput())
  await one.ask(
    'claims.create',
    claimInput({ term: term.id, source, evidence: [{ excerpt: half.id, role: 'supports' }] }),
  )
  await one.ask('notes.create', { title: 'On shares', document: citing(half.id) })
  await one.ask('relations.create', { from: half.id, to: plain.id, kind: 'explains', comment: '' })

  const { total, first } = await exportAll()
  expect(total).toBe(2)
  const [bare, rich] = first.items
  expect(bare).toMatchObject({ motivation: 'highlighting', creator: { name: 'A. Analyst' } })
  expect(bare?.body).toBeUndefined()
  expect(rich?.target.source).toMatchObject({ label: 'Half', via: 'https://example.org/a', language: 'en' })
  expect(rich?.motivation).toEqual(['commenting', 'tagging', 'assessing', 'linking'])
  expect(rich?.body?.map(body => (body.type === 'TextualBody' ? body.value : `${body.label} ${body.source}`))).toEqual([
    'Of what?',
    'Share',
    '2',
    `${term.ref} Share of revenue: 50 % of new licence revenue`,
    'On shares',
    `explains urn:uuid:${plain.id}`,
  ])
  // As a reader in another language takes the position: by code points of the canonical text.
  const points = [...text]
  for (const { target } of first.items) {
    const selectors = [target.selector].flat()
    const [quote, position] = [selectors[0], selectors[1]]
    if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector') throw new Error('No selector')
    expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
  }
})

test('an empty case gives an empty collection', async () => {
  expect((await exportAll()).first.items).toEqual([])
})

test('addresses that are not of the web are left out', async () => {
  const { source } = await one.ask('sources.import', importInput('The fund gets half.', { title: '' }))
  await one.ask('sources.update', { ids: [source], patch: { url: 'javascript:alert(1)' } } as never)
  await one.ask('excerpts.create', await passageOf(one, source, 'half'))
  const [item] = (await exportAll()).first.items
  expect(item?.target.source.via).toBeUndefined()
})

test('code points are counted in one pass as one by one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(40)), (text, given) => {
      const offsets = given.filter(offset => offset <= text.length && !/[\udc00-\udfff]/.test(text[offset] ?? ''))
      const found = codePointsAt(text, offsets)
      for (const offset of offsets) expect(found.get(offset)).toBe([...text.slice(0, offset)].length)
    }),
  )
})
