import { useState } from 'react'
import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { TextVersion } from '../../../shared/model/text-version.ts'
import { isOnlyPictures } from '../../../shared/rules/pages.ts'
import { addressOf, navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Below the text: what stands in its place where there is none, and what was quoted of an earlier one and is not in this. */
export const DocumentFoot = ({ version, lost }: { version: TextVersion; lost: readonly ExcerptMark[] }) => (
  <>
    {isOnlyPictures(version) ? <OnlyPictures version={version} /> : null}
    {lost.length === 0 ? null : <Lost source={version.source} marks={lost} />}
  </>
)

/** There is nothing to read in a scan; the library shows its pages. */
const OnlyPictures = ({ version: { id, source, pages } }: { version: TextVersion }) => (
  <EmptyState sentence={say('reader.onlyPictures', { count: pages.length })}>
    <Button
      look="primary"
      label={say('reader.goOriginal')}
      onClick={() => navigate('sources', source, { original: id })}
    />
  </EmptyState>
)

/** Passages of an earlier version that this one does not have: kept, never dropped. */
const Lost = ({ source, marks }: { source: string; marks: readonly ExcerptMark[] }) => {
  const [isOpen, setOpen] = useState(false)
  const { value: cards } = useRead('excerpts.list', isOpen ? { ids: marks.map(({ id }) => id) } : null)
  return (
    <details className="reader-lost" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('reader.lost', { count: marks.length })}</summary>
      {cards?.map(card => (
        <p key={card.id} className="quote">
          <a href={addressOf('reattach', source, { excerpt: card.id })}>{card.anchor.exact}</a>
        </p>
      ))}
    </details>
  )
}
