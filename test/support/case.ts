import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Host } from '../../main/host.ts'
import { createWorkbench, type Workbench, type WorkbenchOptions } from '../../main/workbench.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { blankBibliography, blankClaim, blankPosition, blankRisk, blankTerm, blocksOf } from './records.ts'

export const seedsDirectory = resolve(import.meta.dirname, '../../seeds')

/** A desktop whose dialogs answer what the test says. */
export type FakeDesktop = Host & { answer: string | null; printed: string[]; copied: string }

export const fakeDesktop = (): FakeDesktop => {
  const desktop: FakeDesktop = {
    answer: null,
    printed: [],
    copied: '',
    chooseOpenCase: async () => desktop.answer,
    chooseNewCase: async () => desktop.answer,
    chooseSave: async () => desktop.answer,
    printPdf: async html => {
      desktop.printed.push(html)
      const document = await PDFDocument.create()
      document.addPage()
      return document.save()
    },
    engine: async () => ({ product: 'Chromium 114', chromium: 114 }),
    reveal: async () => undefined,
    copyText: async text => {
      desktop.copied = text
    },
    about: async () => ({ version: '0.0.0', parts: [{ name: 'Chromium', value: '114' }] }),
    speak: async () => undefined,
    licences: async () => null,
    offer: async () => undefined,
    opened: async () => undefined,
    left: async () => undefined,
    emit: () => undefined,
  }
  return desktop
}

/** Next to no work: what a passphrase costs is tried in test/main/store/disk/sealed-format.test.ts. */
export const cheapKey = { n: 16, r: 1, p: 1 }

export type TestCase = {
  workbench: Workbench
  host: FakeDesktop
  directory: string
  path: string
  /** The value of a call that must succeed. */
  ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** The refusal of a call that must fail. The input may be anything. */
  refused(name: string, input: unknown): Promise<Refusal>
  close(): Promise<void>
}

/** A new empty case in a directory of its own, behind a real workbench. */
export const openTestCase = async (options: Partial<WorkbenchOptions> = {}): Promise<TestCase> => {
  const directory = mkdtempSync(join(tmpdir(), 'glossator-case-'))
  const host = fakeDesktop()
  const workbench = createWorkbench({
    host,
    dataDirectory: join(directory, 'data'),
    seedsDirectory,
    analyst: 'A. Analyst',
    checkAnswers: true,
    keyCost: cheapKey,
    ...options,
  })
  const path = join(directory, 'test.gloss')
  const created = await workbench.create(path)
  if (!created.ok) throw new Error(created.message)
  return {
    workbench,
    host,
    directory,
    path,
    ask: async (name, input) => {
      const outcome = await workbench.call(name as string, input)
      if (!outcome.ok) throw new Error(`${name}: ${outcome.code}: ${outcome.message}`)
      return outcome.value as never
    },
    refused: async (name, input) => {
      const outcome = await workbench.call(name, input)
      if (outcome.ok) throw new Error(`${name} was not refused`)
      return outcome
    },
    close: async () => {
      await workbench.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

type Given<Name extends OperationName> = Partial<InputOf<Name>>

export const importInput = (
  text: string,
  {
    title = 'A source',
    published = null,
    fileName = 'source.txt',
  }: { title?: string; published?: string | null; fileName?: string } = {},
): InputOf<'sources.import'> => ({
  draft: {
    bibliography: { ...blankBibliography, title, published },
    statements: [],
    text,
    blocks: blocksOf(text),
    pages: [],
    encoding: 'utf-8',
    mediaType: 'text/plain',
    warnings: [],
  },
  fileName,
  bytes: new TextEncoder().encode(text),
})

export const termInput = (given: Given<'terms.create'> = {}): InputOf<'terms.create'> => ({
  ...blankTerm,
  name: 'Share of revenue',
  question: 'What share of the revenue goes to the fund?',
  valueType: 'percent',
  bases: ['of new licence revenue'],
  tolerance: 1,
  importance: 'high',
  ...given,
})

export const claimInput = (
  given: Given<'claims.create'> & Pick<InputOf<'claims.create'>, 'term' | 'source'>,
): InputOf<'claims.create'> => ({
  ...blankClaim,
  raw: '50 percent',
  value: { type: 'percent', low: 50, high: 50 },
  basis: 'of new licence revenue',
  asOf: '2025-02-10',
  ...given,
})

export const percentClaim = (
  term: string,
  source: string,
  share: number,
  given: Given<'claims.create'> = {},
): InputOf<'claims.create'> =>
  claimInput({ term, source, raw: `${share} percent`, value: { type: 'percent', low: share, high: share }, ...given })

export const positionInput = (
  given: Given<'positions.create'> & Pick<InputOf<'positions.create'>, 'term'>,
): InputOf<'positions.create'> => ({
  ...blankPosition,
  validAt: '2025-03-01',
  raw: '50 percent',
  value: { type: 'percent', low: 50, high: 50 },
  basis: 'of new licence revenue',
  rationale: 'Both texts agree.',
  ...given,
})

export const riskInput = (given: Given<'risks.create'> = {}): InputOf<'risks.create'> => {
  const { statusReason: _, acceptance: __, origins: ___, moves: ____, otherRef: _____, ...blank } = blankRisk
  return {
    ...blank,
    title: 'The fund is never filled',
    cause: 'Deposits are unproven.',
    event: 'No licence is sold.',
    consequence: 'The fund stays empty.',
    category: 'financial',
    ...given,
  }
}

export const assessmentInput = (
  given: Given<'risks.assess'> & Pick<InputOf<'risks.assess'>, 'risk'>,
): InputOf<'risks.assess'> => ({
  kind: 'current',
  likelihoodWord: 'likely',
  likelihoodLow: 55,
  likelihoodHigh: 80,
  impacts: [{ dimension: 'financial', level: 3, rationale: 'The aim is missed.' }],
  strength: 'moderate',
  reason: 'Nothing is surveyed yet.',
  excerpts: [],
  claims: [],
  conflicts: [],
  date: '2025-03-02',
  ...given,
})

/** A note that cites an excerpt. */
export const citing = (...excerpts: string[]): InputOf<'notes.create'>['document'] => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'See ' }, ...excerpts.map(excerpt => ({ type: 'citation', attrs: { excerpt } }))],
    },
  ],
})

/** Lets every error of the check stand, so that the briefing may be exported. */
export const letStand = async ({ ask }: Pick<TestCase, 'ask'>, briefing: string): Promise<void> => {
  for (const { key, severity, answer } of await ask('briefings.check', { id: briefing }))
    if (severity === 'error' && answer === null)
      await ask('briefings.answer', { id: briefing, finding: key, reason: 'A draft for the test.' })
}

/** The passage of the first place where the words stand in the current text of a source. */
export const passageOf = async (
  { ask }: TestCase,
  source: string,
  words: string,
): Promise<InputOf<'excerpts.create'>> => {
  const { version } = await ask('sources.read', { id: source })
  const start = version.text.indexOf(words)
  if (start < 0) throw new Error(`The text does not hold: ${words}`)
  return { source, textVersion: version.id, start, end: start + words.length, colour: 'straw' }
}
