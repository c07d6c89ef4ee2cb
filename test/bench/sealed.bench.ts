// What sealing costs: the same case plain and sealed, opened, edited, moved and searched in turns, in one process.
// npm run bench sealed [-- MEGABYTES]; 100 when nothing is said.
import { constants, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { diskFileSystem } from '../../main/store/disk/file-system.ts'
import { envelopeFor, newSeal, type Seal } from '../../main/store/disk/sealed-format.ts'
import { rewriteCase } from '../../main/store/sealing.ts'
import { randomFrom } from './corpus.ts'
import { addExcerpt, articlesFor, caseOf, placesIn } from './filling.ts'
import { median, printTable, printTarget, quantile } from './measure.ts'
import { workFolder } from './rivals.ts'

const megabytes = Number(process.argv[2] ?? 100)
const rounds = 5
const editsPerRound = 200

const folder = join(workFolder, 'sealed')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const original = await caseOf(join(workFolder, 'cases'), articlesFor(megabytes))
const pathOf = (name: string) => {
  const path = join(folder, `${name}.gloss`)
  copyFileSync(original, path, constants.COPYFILE_FICLONE)
  return path
}

const begunKey = performance.now()
const seal = await newSeal('a passphrase')
const keyTime = performance.now() - begunKey
await envelopeFor(seal, 'another')

const kinds: {
  name: string
  path: string
  seal: Seal | null
  opens: number[]
  edits: number[]
  moves: number[]
  finds: number[]
}[] = [
  { name: 'plain', path: pathOf('plain'), seal: null, opens: [], edits: [], moves: [], finds: [] },
  { name: 'sealed', path: pathOf('sealed'), seal, opens: [], edits: [], moves: [], finds: [] },
]
const begunSealing = performance.now()
await rewriteCase(diskFileSystem, kinds[1]?.path ?? '', [null, seal], () => undefined)
const sealing = performance.now() - begunSealing

const timed = <Result>(into: number[], work: () => Result): Result => {
  const begun = performance.now()
  const result = work()
  into.push(performance.now() - begun)
  return result
}

for (let round = 0; round <= rounds; round++)
  for (const kind of kinds) {
    const begun = performance.now()
    const outcome = await openCase(kind.path, kind.seal ? { seal: kind.seal } : {})
    if (!outcome.ok) throw new Error(outcome.message)
    const file: CaseFile = outcome.value
    file.read(db => db.get('select title from source limit 1'))
    const opening = performance.now() - begun
    const places = file.read(db => placesIn(db, 100))
    const random = randomFrom(round)
    const [edits, moves, finds]: number[][] = [[], [], []]
    for (let edit = 0; edit < editsPerRound; edit++) {
      const place = places[Math.floor(random() * places.length)]
      if (place) timed(edits ?? [], () => file.write('Excerpt added', db => addExcerpt(db, place, random)))
    }
    timed(moves ?? [], () => file.checkpoint())
    timed(finds ?? [], () => file.read(db => db.get(`select count(*) from search_fts where search_fts match 'river'`)))
    file.close()
    // The first round warms both up.
    if (round === 0) continue
    kind.opens.push(opening)
    kind.edits.push(...(edits ?? []))
    kind.moves.push(...(moves ?? []))
    kind.finds.push(...(finds ?? []))
  }

console.log(
  `\nA case of ${megabytes} MB; the key of a passphrase takes ${Math.round(keyTime)} ms, sealing ${Math.round(sealing)} ms`,
)
printTable(
  ['', 'open ms', 'edit p50', 'p99', 'checkpoint', 'find'],
  kinds.map(({ name, opens, edits, moves, finds }) => [
    name,
    median(opens),
    median(edits),
    quantile(edits, 0.99),
    median(moves),
    median(finds),
  ]),
)
const [plain, sealed] = kinds
if (plain && sealed) {
  printTarget(`${megabytes} MB: an edit, of a plain case`, median(sealed.edits) / median(plain.edits), '≤', 2)
  printTarget(`${megabytes} MB: opening, of a plain case`, median(sealed.opens) / median(plain.opens), '≤', 2)
}
rmSync(folder, { recursive: true, force: true })
