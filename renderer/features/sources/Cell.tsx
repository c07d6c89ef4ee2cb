import { dateOf, reliabilityWords, titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { choiceLabel, type Field, field, type Names } from './fields.ts'
import type { LibrarySource } from './use-library.ts'

type CellProps = { name: Field; source: LibrarySource; names: Names }

/** One field of one source. What a document does not state says so in the fields that a reader expects to be stated. */
export const Cell = ({ name, source, names }: CellProps) => {
  if (name === 'title')
    return (
      <td className={source.title === '' ? 'sources-title muted' : 'sources-title'} title={source.title}>
        <span>{titleOf(source)}</span>
      </td>
    )
  if (name === 'published' && source.published === null && source.publishedReadings.length > 1)
    return (
      <td className="faint" title={say('sources.ambiguous', { words: source.publishedStated })}>
        {`${source.publishedStated} ?`}
      </td>
    )
  const { kind, date } = field(name)
  const words = date
    ? date(source) === null
      ? ''
      : dateOf(date(source))
    : field(name)
        .words(source, names)
        .map(one => (name === 'kind' ? choiceLabel(name, one) : one))
        .join('; ')
  if (kind === 'number') return <td className={Number(words) === 0 ? 'numeric faint' : 'numeric'}>{words}</td>
  if (words === '') return <td className="faint">{expected.has(name) ? say('parts.notStated') : ''}</td>
  return <td title={name === 'grade' ? reliabilityWords(source.reliability) : words}>{words}</td>
}

const expected: ReadonlySet<Field> = new Set(['authors', 'publisher', 'published', 'language', 'url'])
