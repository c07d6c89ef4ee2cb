// What a brief costs while it is written: its document and its check, first and after each edit, in a case of many sources,
// claims and risks. Beside it, in the same run, the plain way: the whole case read for each.
// npm run bench briefing-records [-- SOURCES CLAIMS RISKS ASSESSMENTS].
import { briefingHtml } from '../../main/exporters/briefing/document.ts'
import { readCaseDocument } from '../../main/records/case-document.ts'
import { openCase } from '../../main/store/case-file.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import { checkBriefing } from '../../shared/rules/tradecraft.ts'
import { largeBriefing } from './briefing/large-briefing.ts'
import { median, printTarget, processorTime, shown } from './measure.ts'

const [sources = 500, claims = 5_000, risks = 5_000, assessments = 40_000] = process.argv.slice(2).map(Number)
const turns = 7

const { path, workbench, away } = await largeBriefing({ sources, claims, risks, assessments })
await workbench.open(path)
const ask = async <Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as OutputOf<Name>
}

/** Processor time, the median of the turns. */
const time = async (what: string, work: (turn: number) => unknown, times = turns): Promise<number> => {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const begun = processorTime()
    await work(turn)
    taken.push(processorTime() - begun)
  }
  console.log(`${what.padEnd(64)} ${shown(median(taken)).padStart(8)} ms`)
  return median(taken)
}

console.log(`${sources} sources, ${claims} claims, ${risks} risks, ${assessments} assessments`)
const id = (await ask('briefings.list', {}))[0]?.id ?? ''
const firstCheck = await time('the check, the first since the case was opened', () => ask('briefings.check', { id }), 1)
const first = await time('the document, the first', () => ask('briefings.html', { id }), 1)
const again = await time('the document again', () => ask('briefings.html', { id }))
const { blocks } = await ask('briefings.read', { id })
const typed = (turn: number) =>
  ask('briefings.update', {
    id,
    patch: {
      blocks: blocks.map(block =>
        block.kind === 'bottom line'
          ? {
              ...block,
              document: {
                type: 'doc',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: `Turn ${turn}` }] }],
              },
            }
          : block,
      ),
    },
  })
const edited = await time('one block edited, and the document', async turn => {
  await typed(turn)
  await ask('briefings.html', { id })
})
const checked = await time('one block edited, and the check', async turn => {
  await typed(turn + turns)
  await ask('briefings.check', { id })
})
const known = await ask('claims.list', {})
await time('a claim edited, and the document', async turn => {
  await ask('claims.update', { id: known[turn * 11]?.id ?? '', patch: { raw: `${turn} percent` } })
  await ask('briefings.html', { id })
})
const { html } = await ask('briefings.html', { id })
console.log(
  `the document has ${(html.length / 1000).toFixed(0)} thousand characters; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in use`,
)
await workbench.close()

const opened = await openCase(path, { readOnly: true })
if (!opened.ok) throw new Error(opened.message)
const briefing = { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } }
const wholeHtml = await time(
  'the whole case read, and the document',
  () => opened.value.read(db => briefingHtml(readCaseDocument(db), id as never, briefing)),
  3,
)
const wholeCheck = await time(
  'the whole case read, and the check',
  () =>
    opened.value.read(db => {
      const document = readCaseDocument(db)
      const [one] = document.briefings
      return one && checkBriefing(one, document)
    }),
  3,
)
opened.value.close()
away()
printTarget('check of a briefing after an edit', checked, '≤', 200, ' ms')
printTarget('document of a briefing after an edit', edited, '≤', 200, ' ms')
printTarget('document of a briefing after an edit, beside the whole case read', edited / wholeHtml, '≤', 0.2)
printTarget('check of a briefing after an edit, beside the whole case read', checked / wholeCheck, '≤', 0.1)
printTarget('first document of a briefing, beside the whole case read', first / wholeHtml, '≤', 1)
console.log({ firstCheck, again })
