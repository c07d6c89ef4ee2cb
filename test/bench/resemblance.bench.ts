// How well sources that are not independent are told from those that are, beside MinHash with LSH over whole texts, which
// most programs use for it; and what it costs an import. The number is how many sources the case of the second part has.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetTextIndex, prepareInPause, textIndexOf } from '../../main/records/resemblance-index.ts'
import { askingFor, findResembling } from '../../main/records/resembling.ts'
import { keepSignature } from '../../main/records/signatures.ts'
import { sources, textVersions } from '../../main/records/tables.ts'
import { openCase } from '../../main/store/case-file.ts'
import { createWorkbench } from '../../main/workbench.ts'
import { likenessOf } from '../../shared/rules/resemblance/judge.ts'
import { mixed } from '../../shared/rules/resemblance/words.ts'
import { fakeDesktop, importInput, seedsDirectory } from '../support/case.ts'
import { makeLargeCase } from '../support/large-case.ts'
import { prepared } from '../support/resemblance/document.ts'
import { type Pair, pairs, translations } from '../support/resemblance/labelled.ts'
import { type Judged, judged, judgedTogether, ratesOf } from '../support/resemblance/measure.ts'
import { articleOf, randomFrom } from './corpus.ts'
import { median, printTable, printTarget, quantile } from './measure.ts'

const permutations = 128
const bands = 32

/** MinHash of all five-word shingles of a text as a whole (A. Broder, 1997), as many least values as there are permutations. */
const minHash = ({ words }: ReturnType<typeof prepared>): Uint32Array => {
  const least = new Uint32Array(permutations).fill(0xffffffff)
  for (let at = 0; at + 5 <= words.count; at++) {
    let shingle = 0
    for (let next = at; next < at + 5; next++) shingle = Math.imul(shingle, 0x01000193) + (words.keys[next] ?? 0)
    for (let number = 0; number < permutations; number++) {
      const value = mixed(shingle ^ Math.imul(number + 1, 0x9e3779b1))
      if (value < (least[number] ?? 0)) least[number] = value
    }
  }
  return least
}

/** Candidates where all rows of a band agree (LSH), verified by the same comparison of the texts as ours. */
const judgedByMinHash = (all: readonly Pair[]): Judged[] =>
  all.map(pair => {
    const [first, second] = [prepared(pair.first), prepared(pair.second)]
    const [one, other] = [minHash(first), minHash(second)]
    const rows = permutations / bands
    const isCandidate = Array.from({ length: bands }, (_, band) =>
      one.subarray(band * rows, (band + 1) * rows).every((value, row) => value === other[band * rows + row]),
    ).some(Boolean)
    const isOneSite = first.site !== '' && first.site === second.site
    const found = isCandidate ? likenessOf(first.words, second.words, { isOneSite }) : null
    return { ...pair, found: found?.kind ?? null, reason: '' }
  })

const [ours, theirs] = [judged(pairs), judgedByMinHash(pairs)]
const share = (all: readonly Judged[]) =>
  `${((100 * all.filter(one => one.found !== null).length) / all.length).toFixed(0)} %`
const kinds = [...new Set(pairs.map(({ what }) => what))]
printTable(
  ['what the second is to the first', 'is', 'pairs', 'found', 'MinHash + LSH'],
  [...kinds, 'translated'].map(what => {
    const of = (all: readonly Judged[]) => all.filter(one => one.what === what)
    const [mine, rival] =
      what === 'translated' ? [judged(translations), judgedByMinHash(translations)] : [of(ours), of(theirs)]
    return [what, mine[0]?.kind ?? 'independent', String(mine.length), share(mine), share(rival)]
  }),
)
const percent = (value: number) => `${(100 * value).toFixed(1)} %`
const rates = [
  ['two by two', ratesOf(ours)],
  ['in one case with all others', ratesOf(judgedTogether(pairs))],
  ['MinHash + LSH, two by two', ratesOf(theirs)],
] as const
console.log()
printTable(
  ['', 'pairs', 'precision', 'recall', 'kind right'],
  rates.map(([name, rate]) => [
    name,
    String(rate.pairs),
    percent(rate.precision),
    percent(rate.recall),
    percent(rate.sameKind),
  ]),
)

const count = Number(process.argv[2] ?? 2_000)
const directory = mkdtempSync(join(tmpdir(), 'glossator-resemblance-'))
const path = join(directory, 'case.gloss')
;(await makeLargeCase(path, { sources: count, megabytes: count * 0.0245 })).close()

const opened = await openCase(path)
if (!opened.ok) throw new Error(opened.message)
const file = opened.value
const timed = (work: () => unknown): number => {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
const pauses: number[] = []
for (let more = true; more; ) pauses.push(timed(() => (more = prepareInPause(file))))
forgetTextIndex(file)
const built = timed(() => file.read(db => textIndexOf(file, db, { isSigning: false }).size))
file.close()

const workbench = createWorkbench({
  host: fakeDesktop(),
  dataDirectory: join(directory, 'data'),
  seedsDirectory,
  checkAnswers: false,
})
await workbench.open(path)
await workbench.rest()
const random = randomFrom(29)
const texts = Array.from({ length: 300 }, () => articleOf(random, 6_000).trim())
const imports: number[] = []
for (const [number, text] of texts.entries()) {
  const input = importInput(text, { title: `New ${number}`, fileName: `new ${number}.txt` })
  const begun = performance.now()
  const outcome = await workbench.call('sources.import', input)
  imports.push(performance.now() - begun)
  if (!outcome.ok) throw new Error(outcome.message)
}
await workbench.close()

// What of that is the search for resemblances: the same work on the same texts, in a transaction that is there already.
const again = await openCase(path)
if (!again.ok) throw new Error(again.message)
const parts: number[] = []
again.value.write('The same again', db => {
  textIndexOf(again.value, db, { isSigning: true })
  for (const version of textVersions.all(db, `fileName like 'new %'`)) {
    const source = sources.need(db, version.source)
    parts.push(
      timed(() => {
        const index = textIndexOf(again.value, db, { isSigning: true })
        const asking = askingFor(source, version)
        keepSignature(db, version, asking.text.signature)
        findResembling(db, index, asking)
      }),
    )
  }
})
again.value.close()
rmSync(directory, { recursive: true })

console.log(`\nin a case of ${count} sources, ms`)
printTable(
  ['', 'median', '99 %'],
  [
    ['import of an article of 1,000 words', median(imports), quantile(imports, 0.99)],
    ['of that for resemblances', median(parts), quantile(parts, 0.99)],
    ['one piece of upkeep in a pause, old case', median(pauses), quantile(pauses, 0.99)],
    ['the index built at once, where no pause came', built, built],
  ],
)
printTarget('share of an import', (100 * median(parts)) / median(imports), '≤', 10, ' %')
