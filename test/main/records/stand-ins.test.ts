import { expect, test } from 'vitest'
import { judge, standIn } from '../../../main/records/stand-ins.ts'
import { fillSample } from '../../../main/sample.ts'
import { seedsDirectory } from '../../support/case.ts'
import { idOf } from '../../support/records.ts'
import { newCase } from '../store/support.ts'

const id = idOf(990)
const [source, term] = ['01950000-0000-7000-8004-000000000001', idOf(991)]

/** What has to be known of a record before anything can stand in its place. */
const known = {
  source: { id },
  term: { id },
  risk: { id },
  party: { id },
  tag: { id },
  lineage: { id },
  note: { id },
  briefing: { id },
  claim: { id, term, source },
  position: { id, term, validAt: '2025-03' },
  conflict: { id, term },
  textVersion: { id, source },
}

test.each(Object.entries(known))('what stands in for a %s fits the model, field by field', async (table, row) => {
  const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
  const made = file.read(db => standIn(table, row, { db, searched: () => undefined }))
  expect(made).not.toBeNull()
  expect(judge(table, made?.row ?? {})).toBe('sound')
  file.close()
})
