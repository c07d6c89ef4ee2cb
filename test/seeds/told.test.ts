import { expect, test } from 'vitest'
import { briefingHtml } from '../../main/exporters/briefing/document.ts'
import { readCaseDocument } from '../../main/records/case-document.ts'
import { fillSample } from '../../main/sample.ts'
import { newCase } from '../main/store/support.ts'
import { seedsDirectory } from '../support/case.ts'
import { sampleAt } from './past.ts'
import { readSample } from './sample.ts'

const engine = { chromium: Number.POSITIVE_INFINITY }

// Opening the sample would take half as long again if it set the briefing of March itself.
test('what the editions of the sample told is what the product tells of the case as it held then', async () => {
  const { editions } = readSample()
  const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
  const document = file.read(readCaseDocument)
  const told = editions.flatMap(({ id, briefing, title, marking, cutOff, blocks, created }) => {
    const past = sampleAt(document, created)
    const [issued] = past.briefings.filter(one => one.id === briefing)
    if (issued === undefined) throw new Error(`The sample has no briefing ${briefing}`)
    const briefings = [{ ...issued, title, marking, cutOff, blocks }]
    const made = briefingHtml({ ...past, briefings }, briefing, { fonts: [], engine }).told
    return made.map(section => ({ edition: id, ...section }))
  })
  expect(told).not.toEqual([])
  await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot('../../seeds/case/told.json')
})
