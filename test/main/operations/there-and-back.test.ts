import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBook } from '../../../renderer/importers/sheets/read-book.ts'
import { claimOperations } from '../../../shared/contract/claims.ts'
import { termOperations } from '../../../shared/contract/terms.ts'
import type { InputOf } from '../../../shared/contract.ts'
import { recordPlan } from '../../../shared/rules/exchange/guess-kind.ts'
import { importInput, openTestCase } from '../../support/case.ts'
import { fromSchema } from '../../support/from-schema.ts'

/** Half a character and a zero byte are no text: no file of UTF-8 can hold the one, no reader of values takes the other. White space alone is no word: a workbook is read without it. */
const isText = (made: unknown): boolean =>
  typeof made === 'string'
    ? !/^\s+$|\p{Surrogate}|\0/u.test(made)
    : typeof made !== 'object' || made === null || Object.values(made).every(isText)

test('claims and terms of any words and values come back from files the same, field by field', async () => {
  const it = await openTestCase()
  const seed = Number(process.env.GLOSSATOR_INPUT_SEED ?? 5)
  const { source } = await it.ask(
    'sources.import',
    importInput('Half goes to the fund.', { title: '=A "source", 1; 2' }),
  )
  const { version } = await it.ask('sources.read', { id: source })
  const excerpt = await it.ask('excerpts.create', {
    source,
    textVersion: version.id,
    start: 0,
    end: 4,
    colour: 'straw',
  })
  const party = await it.ask('parties.create', { name: "'+UA", shortName: 'UA' })
  const lineage = await it.ask('lineages.create', { name: 'A wire', description: '' })
  const drafts = <Name extends 'terms.create' | 'claims.createAll'>(name: Name, known: Record<string, string[]>) =>
    fc.sample(
      fromSchema({ ...termOperations, ...claimOperations }[name].input, field =>
        fc.constantFrom(...(known[field] ?? [])),
      ),
      { numRuns: 40, seed },
    ) as InputOf<Name>[]
  for (const draft of drafts('terms.create', {}).filter(isText)) await it.ask('terms.create', draft)
  const terms = (await it.ask('terms.list', {})).map(({ id }) => id)
  const known = { term: terms, source: [source], party: [party.id], lineage: [lineage.id], excerpt: [excerpt.id] }
  await it.ask('claims.createAll', {
    claims: drafts('claims.createAll', known).flatMap(draft => draft.claims.filter(isText)),
  })
  const claims = (await it.ask('claims.list', {})).length
  expect(claims).toBeGreaterThan(40)
  for (const [format, views] of [
    ['xlsx', [null]],
    ['csv', ['terms', 'claims']],
  ] as const) {
    let same = 0
    for (const view of views) {
      const file = join(it.directory, `case.${format}`)
      it.host.answer = file
      await it.ask('matrix.export', { format, view, asOf: null, grain: null, terms: null })
      const book = readBook(file, new Uint8Array(readFileSync(file)))
      if ('refusal' in book) throw new Error(book.refusal)
      const [first] = book.sheets
      if (!first) throw new Error('There is a sheet')
      const { counts, differences, leftOut } = await it.ask('exchange.preview', recordPlan(book, first))
      expect({ format, view, leftOut, differences: differences.slice(0, 3) }).toEqual({
        format,
        view,
        leftOut: [],
        differences: [],
      })
      same += counts.same
    }
    expect(same).toBe(terms.length + claims)
  }
  await it.close()
}, 60_000)
