import { useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { InquiryList } from './InquiryList.tsx'
import { InquiryPage } from './InquiryPage.tsx'
import './inquiries.css'

/** Questions with competing answers: all of them, and under `#/inquiries/ID` one with its claims weighed. */
export const InquiriesScreen = () => {
  const { id } = useLocation()
  const { value: inquiries, refusal } = useRead('inquiries.list', {})
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (inquiries === undefined) return null
  if (id === null) return <InquiryList inquiries={inquiries} />
  return <InquiryPage key={id} id={id} isKnown={inquiries.some(one => one.id === id)} />
}
