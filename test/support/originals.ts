import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The five real articles, which are not part of the project: looked for beside it, or where GLOSSATOR_ORIGINALS says. */
export const originalsDirectory = path.resolve(
  process.env.GLOSSATOR_ORIGINALS ?? path.join(import.meta.dirname, '../../../shared/seeds'),
)

const names = {
  '000': '000_cfcc468de71397d2.txt',
  '001': '001_f3bb1838b1f1c945.txt',
  '002': '002_ac40314d1bc05138.txt',
  '003': '003_e901f6bf5aeb2d9a.txt',
  '004': '004_fbb269bd4a9afb55.txt',
} as const

export type OriginalName = keyof typeof names

export const originalPath = (name: OriginalName): string => path.join(originalsDirectory, names[name])

export const originalNames = Object.keys(names) as OriginalName[]

export const originalBytes = (name: OriginalName): Uint8Array => new Uint8Array(readFileSync(originalPath(name)))

/** Why tests over the real articles are left out; '' when the articles are there. */
export const originalsMissing: string = originalNames.every(name => existsSync(originalPath(name)))
  ? ''
  : `the five real articles are not in ${originalsDirectory}; set GLOSSATOR_ORIGINALS`

if (originalsMissing) console.warn(`SKIPPED: ${originalsMissing}`)
