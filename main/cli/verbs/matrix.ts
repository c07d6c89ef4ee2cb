import type { MatrixColumn, MatrixFrameRow, ShownCell } from '../../../shared/contract/matrix.ts'
import { Refused } from '../../../shared/outcome.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import type { MatrixShown } from '../arguments.ts'
import { setRows, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** Terms whose cells are asked for at once. */
const termsAtOnce = 100

/** `matrix CASE`: terms by sources, parties or dates, of today or of a day; what changed between two days; the coverage; or a term. */
export async function showMatrix(place: Place, { file, shown }: { file: string; shown: MatrixShown }): Promise<Answer> {
  await lookAt(place, file)
  switch (shown.what) {
    case 'grid':
      return showGrid(place, shown)
    case 'changes':
      return showChanges(place, shown)
    case 'coverage':
      return showCoverage(place, shown)
    case 'term':
      return showTerm(place, shown)
  }
}

type Shown<What extends MatrixShown['what']> = Extract<MatrixShown, { what: What }>

async function showGrid(place: Place, { axis, asOf }: Shown<'grid'>): Promise<Answer> {
  const asked = { axis, asOf, grain: null }
  const frame = await ask(place, 'matrix.frame', asked)
  const rows: (MatrixFrameRow & { cells: ShownCell[] })[] = []
  for (let from = 0; from < frame.rows.length; from += termsAtOnce) {
    const some = frame.rows.slice(from, from + termsAtOnce)
    const cells = await ask(place, 'matrix.cells', { ...asked, terms: some.map(({ term }) => term.id) })
    const byTerm = new Map(cells.map(row => [row.term, row.cells]))
    for (const row of some) rows.push({ ...row, cells: byTerm.get(row.term.id) ?? [] })
  }
  const heads = [say('cli.column.term'), ...frame.columns.map(headOf), say('cli.column.position')]
  const lines = rows.map(({ term, cells, position }) => {
    const byColumn = new Map(cells.map(cell => [cell.column, cell]))
    return [
      `${term.ref} ${term.name}`,
      ...frame.columns.map(({ key }) => wordsOf(byColumn.get(key))),
      position?.words ?? '',
    ]
  })
  const grid = lines.length === 0 ? `${say('cli.nothing')}\n` : setRows(heads, [], lines, place.width)
  return { document: { ...frame, rows }, text: `${grid}\n${say('cli.matrixKey')}\n` }
}

/** A column of dates is named by its date already. */
const headOf = ({ key, title, date, grade }: MatrixColumn) =>
  [title || say('cli.notStated'), key === date ? '' : [date, grade].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' · ')

function wordsOf(cell: ShownCell | undefined): string {
  if (cell === undefined) return say('cli.cell.unread')
  const { state, words, more, stage, open, unsupported } = cell
  const value = state === 'value' ? words.join('; ') : say(`cli.cell.${state}`)
  const marks = [open > 0 ? '!' : '', unsupported ? '*' : ''].join('')
  return [value, more > 0 ? `+${more}` : '', stage ? `[${stage}]` : '', marks].filter(Boolean).join(' ')
}

async function showChanges(place: Place, { from, to }: Shown<'changes'>): Promise<Answer> {
  const changes = await ask(place, 'matrix.changes', { from, to })
  const columns = ['cli.column.term', 'cli.column.holder', 'cli.column.kind', 'cli.column.what'] as const
  const rows = changes.map(({ termRef, termName, holder, kind, sentence }) => [
    `${termRef} ${termName}`,
    holder,
    kind,
    sentence,
  ])
  return {
    document: { from, to, changes },
    text: table(
      columns.map(head => ({ head })),
      rows,
      place.width,
    ),
  }
}

async function showCoverage(place: Place, { asOf }: Shown<'coverage'>): Promise<Answer> {
  const coverage = await ask(place, 'matrix.coverage', { asOf })
  const sources = coverage.columns.map(({ title, date }, at) => `${at + 1}  ${title}${date ? `, ${date}` : ''}`)
  const map = setRows(
    [say('cli.column.term'), ...coverage.columns.map((_, at) => String(at + 1)), say('cli.column.importance')],
    [],
    coverage.rows.map(({ ref, name, states, importance }) => [
      `${ref} ${name}`,
      ...[...states].map(letter => (letter === 'u' ? say('cli.cell.unread') : letter)),
      importance,
    ]),
    place.width,
  )
  const columns = ['cli.column.term', 'cli.column.importance', 'cli.column.kind', 'cli.column.what'] as const
  const gaps = table(
    columns.map(head => ({ head })),
    coverage.gaps.map(({ ref, name, importance, kind, sentence }) => [`${ref} ${name}`, importance, kind, sentence]),
    place.width,
  )
  const text = [sources.join('\n'), '', map, say('cli.coverageKey'), '', say('cli.gapsHead'), '', gaps].join('\n')
  return { document: { ...coverage }, text }
}

async function showTerm(place: Place, { ref }: Shown<'term'>): Promise<Answer> {
  const term = (await ask(place, 'terms.list', {})).find(one => one.ref === ref)
  if (!term) throw new Refused(say('cli.noTerm', { ref }), 'invalid')
  const story = await ask(place, 'terms.story', { term: term.id })
  const columns = [
    'cli.column.asOf',
    'cli.column.source',
    'cli.column.value',
    'cli.column.stage',
    'cli.column.quote',
  ] as const
  const claims = table(
    columns.map(head => ({ head })),
    story.claims.map(({ claim, date }) => [
      date ? partialDateWords(date) : say('cli.notStated'),
      claim.sourceTitle || say('cli.notStated'),
      claim.partyName ? `${claim.partyName}: ${claim.words}` : claim.words,
      claim.stage ?? '',
      claim.quotes.map(({ exact }) => quotedWords(exact)).join(' '),
    ]),
    place.width,
  )
  const told = [
    ...story.positions.map(({ position, partyName, until }) =>
      [
        say('cli.storyPosition', { party: partyName || say('cli.overall'), words: position.words }),
        `${partialDateWords(position.validAt)}${until ? ` – ${partialDateWords(until)}` : ''}`,
      ].join(', '),
    ),
    ...story.conflicts.map(({ state, reason }) => say('cli.storyConflict', { state, reason })),
    ...story.risks.map(({ ref: risk, title, effect }) => say('cli.storyRisk', { effect, ref: risk, title })),
  ]
  const head = [`${term.ref} ${term.name}`, term.question].filter(Boolean).join('\n')
  return { document: { ...story }, text: `${[head, '', claims, ...told].join('\n')}\n` }
}
