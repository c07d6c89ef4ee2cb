import type { ReactNode } from 'react'
import { excerptId } from '../../shared/model/id.ts'
import { addressOf } from '../location.ts'
import { useRead } from '../query.ts'

type RecordLinkProps = { record: string; id: string; children: ReactNode }

/** Where the kinds of record that have a place of their own are shown. */
const places: Readonly<Record<string, (id: string) => string>> = {
  source: id => addressOf('sources', id),
  term: id => addressOf('matrix', null, { term: id }),
  claim: id => addressOf('matrix', null, { claim: id }),
  conflict: id => addressOf('conflicts', id),
  risk: id => addressOf('risks', id),
  note: id => addressOf('notes', id),
  briefing: id => addressOf('briefings', id),
}

/** A link to a record of any kind by its id; plain words where the kind has no place of its own. */
export const RecordLink = ({ record, id, children }: RecordLinkProps) => {
  if (record === 'excerpt') return <ExcerptLink id={id}>{children}</ExcerptLink>
  const place = places[record]
  return place === undefined || id === '' ? children : <a href={place(id)}>{children}</a>
}

/** An excerpt is shown in its source, which must be asked for. */
const ExcerptLink = ({ id, children }: { id: string; children: ReactNode }) => {
  const known = excerptId.safeParse(id).data
  const card = useRead('excerpts.list', known === undefined ? null : { ids: [known] }).value?.[0]
  return card === undefined ? children : <a href={addressOf('reader', card.source, { excerpt: card.id })}>{children}</a>
}
