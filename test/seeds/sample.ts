import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SampleCase, sampleCase } from '../../shared/model/sample-case.ts'

const seeds = join(import.meta.dirname, '../../seeds')

/** The names of the files in `seeds/case`, without their ending. */
export const caseFiles = (): string[] => readdirSync(join(seeds, 'case')).map(name => name.replace(/\.json$/, ''))

/** The sample case as it stands in the files, before any check. */
export const rawSample = (): Record<string, unknown> =>
  Object.fromEntries(
    caseFiles().map(name => [name, JSON.parse(readFileSync(join(seeds, 'case', `${name}.json`), 'utf8'))]),
  )

export const readSample = (): SampleCase => sampleCase.parse(rawSample())

export const digestBytes = (file: string): Buffer => readFileSync(join(seeds, 'digests', file))

export const digestText = (file: string): string => digestBytes(file).toString('utf8')

export const digestNames = (): string[] => readdirSync(join(seeds, 'digests')).sort()

export const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
