// Real texts in two versions: the digests and the articles they stand for, and pages of packages that are installed twice.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextRange } from '../../shared/model/text-version.ts'
import { canonicalText } from '../../shared/rules/canonical-text.ts'
import { type AnchoringCase, type KnownPlace, pairCase } from './anchoring-cases.ts'
import { randomFrom } from './corpus.ts'
import { passagesIn } from './edited-text.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => canonicalText(readFileSync(file, 'utf8'))

type Coded<Row> = Row[]
const coded = <Row>(name: string): Coded<Row> =>
  JSON.parse(readFileSync(path.join(root, 'seeds/case', `${name}.json`), 'utf8'))

type CodedSource = { id: string; file: string; original: { fileSha256: string } }
type CodedExcerpt = { source: string; quote: string; original: TextRange }

/** Every excerpt of the sample case, from its digest to the article, where a pointer says which passage it is. None without the articles. */
const digestPairs = (): AnchoringCase[] => {
  const folder = path.resolve(process.env.GLOSSATOR_ORIGINALS ?? path.join(root, '../shared/seeds'))
  if (!existsSync(folder)) return []
  const articles = new Map(
    readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(path.join(folder, name)))
      .map(bytes => [createHash('sha256').update(bytes).digest('hex'), canonicalText(bytes.toString('utf8'))]),
  )
  const excerpts = coded<CodedExcerpt>('excerpts')
  return coded<CodedSource>('sources').flatMap(source => {
    const article = articles.get(source.original.fileSha256)
    if (article === undefined) return []
    const digest = read(path.join(root, 'seeds/digests', source.file))
    const places = excerpts
      .filter(excerpt => excerpt.source === source.id)
      .map(({ quote, original: { start, end } }) => {
        const at = digest.indexOf(quote)
        return { here: { start: at, end: at + quote.length }, there: { start, end } }
      })
    return [pairCase(digest, article, places)]
  })
}

type Line = TextRange & { words: string }

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length, words }))

/** Which line of the one is which of the other: a longest common subsequence of lines, as `diff` finds it. */
const sameLines = (old: readonly Line[], fresh: readonly Line[]): Map<number, number> => {
  const width = fresh.length + 1
  const longest = new Int32Array((old.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      longest[row * width + column] =
        old[row]?.words === fresh[column]?.words
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const same = new Map<number, number>()
  for (let [row, column] = [0, 0]; row < old.length && column < fresh.length; )
    if (old[row]?.words === fresh[column]?.words) same.set(row++, column++)
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  return same
}

/**
 * Passages of a page whose line stands unchanged in the other version, or is gone with nothing in its stead. What was
 * rewritten is left out: where it stands nobody can say for certain.
 */
const pagePair = (before: string, after: string): AnchoringCase => {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const same = sameLines(old, fresh)
  const isCut = (line: number): boolean => {
    let [above, below] = [line, line]
    while (above >= 0 && !same.has(above)) above--
    while (below < old.length && !same.has(below)) below++
    const from = above < 0 ? -1 : (same.get(above) ?? -1)
    const to = below >= old.length ? fresh.length : (same.get(below) ?? fresh.length)
    return to - from === 1
  }
  const places = passagesIn(randomFrom(5), before, 600).flatMap((range): KnownPlace[] => {
    const line = old.findIndex(({ start, end }) => start <= range.start && range.end <= end)
    const [was, now] = [old[line], fresh[same.get(line) ?? -1]]
    if (was && now) {
      const start = now.start + range.start - was.start
      return [{ here: range, there: { start, end: start + range.end - range.start } }]
    }
    return was && isCut(line) && was.words.length > 20 ? [{ here: range, there: null }] : []
  })
  return pairCase(before, after, places)
}

const twice = [
  [
    'node_modules/semver/README.md',
    'node_modules/app-builder-lib/node_modules/@electron/get/node_modules/semver/README.md',
  ],
  [
    'node_modules/fs-extra/README.md',
    'node_modules/app-builder-lib/node_modules/@electron/get/node_modules/fs-extra/README.md',
  ],
] as const

export const realPairs = (): { name: string; cases: AnchoringCase[] }[] => {
  const pages = twice
    .map(pair => pair.map(file => path.join(root, file)))
    .filter(pair => pair.every(file => existsSync(file)))
    .map(([one = '', other = '']) => pagePair(read(other), read(one)))
  return [
    { name: 'digests and the articles they stand for', cases: digestPairs() },
    { name: 'pages of packages in two versions', cases: pages },
  ].filter(({ cases }) => cases.length > 0)
}
