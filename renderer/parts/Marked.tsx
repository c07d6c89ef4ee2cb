import type { TextRange } from '../../shared/model/text-version.ts'
import './marked.css'

/** Words in which some are marked: what a search found. `marks` are ranges of `words`, in any order. */
export const Marked = ({ words, marks }: { words: string; marks: readonly TextRange[] }) => {
  const ordered = marks.toSorted((one, other) => one.start - other.start)
  const ends = [0, ...ordered.map(({ end }) => end)]
  return (
    <>
      {ordered.map(({ start, end }, index) => (
        <span key={start}>
          {words.slice(ends[index], start)}
          <b className="marked">{words.slice(start, end)}</b>
        </span>
      ))}
      {words.slice(ends.at(-1))}
    </>
  )
}
