import { BookOpen, NotebookPen } from 'lucide-react'
import { useContext } from 'react'
import type { SourceDetail } from '../../../shared/contract/sources.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { addressOf } from '../../location.ts'
import { dateOf, reliabilityWords, titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { BesideSource } from './note/beside.ts'

type DocumentHeadProps = {
  detail: SourceDetail
  unsettled: number
  /** Shows the pages of the document beside the text, or puts them away; null where there are none. */
  onPages: (() => void) | null
}

/** Above the text: what the source is. The title is the text's own where the text has one. */
export const DocumentHead = ({ detail, unsettled, onPages }: DocumentHeadProps) => {
  const { source, version, versions, original } = detail
  const beside = useContext(BesideSource)
  const titled = version.blocks.some(block => block.kind === 'title')
  const unsure = source.publishedReadings.length > 1 && source.published === null
  const date = source.published === null ? say('reader.noDate') : dateOf(source.published)
  return (
    <header className="reader-head">
      <p className="reader-kicker">
        {source.authors.length === 0 ? null : <span>{source.authors.join(', ')}</span>}
        <span>{source.publisher || say('reader.noPublisher')}</span>
        <span>{unsure ? say('reader.dateReadings', { words: source.publishedStated }) : date}</span>
        <span>{nameOf('sourceKind', source.kind)}</span>
        <Badge title={source.reliabilityReason}>{reliabilityWords(source.reliability)}</Badge>
        <a className="reader-versions" href={addressOf('texts', source.id)} title={say('texts.open')}>
          {say('reader.version', {
            number: version.number,
            count: versions.length,
            reason: version.reason,
            file: version.fileName,
          })}
        </a>
        {onPages === null ? null : (
          <Button
            look="quiet"
            className="reader-pages-toggle"
            icon={<BookOpen size={14} />}
            label={say('pages.open')}
            title={say('pages.toggle')}
            aria-keyshortcuts="O"
            onClick={onPages}
          />
        )}
        <Button
          look="quiet"
          className="reader-pages-toggle"
          icon={<NotebookPen size={14} />}
          iconOnly
          label={say('noteBeside.toggle')}
          aria-keyshortcuts="B"
          aria-pressed={beside.isOpen}
          onClick={beside.toggle}
        />
      </p>
      {unsettled === 0 ? null : (
        <p className="reader-unsettled">
          <a href={addressOf('reattach', source.id)}>{say('reader.unsettled', { count: unsettled })}</a>
        </p>
      )}
      {original === null ? null : (
        <p className="reader-origin">
          {say(original.title === source.title ? 'reader.digestOfSame' : 'reader.digestOf', { title: original.title })}
        </p>
      )}
      {titled ? null : (
        <h2 className={source.title === '' ? 'reader-title muted' : 'reader-title'}>{titleOf(source)}</h2>
      )}
    </header>
  )
}
