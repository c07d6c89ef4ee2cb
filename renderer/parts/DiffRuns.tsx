import type { DiffRun } from '../../shared/rules/word-diff.ts'
import './diff-runs.css'

/** What became of a text: struck out what went, underlined what came. */
export const DiffRuns = ({ runs }: { runs: readonly DiffRun[] }) => {
  let at = 0
  return runs.map(({ kind, text }) => {
    at += text.length + 1
    return <Run key={at} kind={kind} text={text} />
  })
}

/** White space at the end of a change is neither struck out nor underlined. */
const Run = ({ kind, text }: DiffRun) => {
  if (kind === 'same') return text
  const words = text.trimEnd()
  const space = text.slice(words.length)
  return (
    <>
      {words === '' ? null : kind === 'removed' ? <del>{words}</del> : <ins>{words}</ins>}
      {space}
    </>
  )
}
