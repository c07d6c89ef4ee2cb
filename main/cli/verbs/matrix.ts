import type { MatrixCell, MatrixColumn } from '../../../shared/contract/matrix.ts'
import { say } from '../../say.ts'
import { setRows } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `matrix CASE`: terms by sources or by parties. */
export async function showMatrix(
  place: Place,
  { file, by }: { file: string; by: 'sources' | 'parties' },
): Promise<Answer> {
  await lookAt(place, file)
  const view = await ask(place, 'matrix.read', { axis: by })
  const heads = [say('cli.column.term'), ...view.columns.map(headOf), say('cli.column.position')]
  const rows = view.rows.map(({ term, cells, position }) => [
    `${term.ref} ${term.name}`,
    ...cells.map(wordsOf),
    position?.words ?? '',
  ])
  const grid = rows.length === 0 ? `${say('cli.nothing')}\n` : setRows(heads, [], rows, place.width)
  return { document: { ...view }, text: `${grid}\n${say('cli.matrixKey')}\n` }
}

const headOf = ({ title, date, grade }: MatrixColumn) =>
  [title || say('cli.notStated'), [date, grade].filter(Boolean).join(', ')].filter(Boolean).join(' · ')

function wordsOf({ state, words, stage, openConflicts, unsupported }: MatrixCell): string {
  if (state === 'unread') return say('cli.cell.unread')
  const value = state === 'value' ? words.join('; ') : say(`cli.cell.${state}`)
  const marks = [openConflicts.length > 0 ? '!' : '', unsupported ? '*' : ''].join('')
  return [value, stage ? `[${stage}]` : '', marks].filter(Boolean).join(' ')
}
