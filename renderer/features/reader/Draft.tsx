import type { SourceDetail } from '../../../shared/contract/sources.ts'
import { sentencesOf } from '../../../shared/rules/sentences.ts'
import { ClaimDraft } from './ClaimDraft.tsx'
import { CorrectionDraft } from './CorrectionDraft.tsx'
import { IndicatorDraft } from './IndicatorDraft.tsx'
import { NoteDraft } from './NoteDraft.tsx'
import { RelationDraft } from './RelationDraft.tsx'
import { RiskDraft } from './RiskDraft.tsx'
import { TagDraft } from './TagDraft.tsx'
import type { PendingAct } from './use-acting.ts'

type DraftProps = PendingAct & {
  detail: SourceDetail
  /** Given the excerpt it was done to; null where an operation made one in passing. */
  onDone: (excerpt: string | null) => void
  onClose: () => void
}

/** The card in which an act is written out. */
export const Draft = ({ act, place, detail, onDone, onClose }: DraftProps) => {
  const done = () => onDone(place.excerpt?.id ?? null)
  const { text, blocks } = detail.version
  const words = text.slice(place.start, place.end)
  switch (act) {
    case 'risk':
      return <RiskDraft place={place} onDone={done} onClose={onClose} />
    case 'indicator':
      return <IndicatorDraft place={place} onDone={done} onClose={onClose} />
    case 'note':
      return <NoteDraft place={place} onDone={done} onClose={onClose} />
    case 'tag':
      return <TagDraft place={place} onDone={done} onClose={onClose} />
    case 'relate':
      return <RelationDraft place={place} words={words.slice(0, 160)} onDone={done} onClose={onClose} />
    case 'correct':
      return <CorrectionDraft place={place} words={words} onClose={onClose} />
    case 'claim': {
      const around = blocks.filter(block => block.start < place.end && block.end > place.start)
      const within = { start: around[0]?.start ?? place.start, end: around.at(-1)?.end ?? place.end }
      const { source } = detail
      const sentences = sentencesOf({ text, language: source.language }, within).filter(
        sentence => sentence.start < place.end && sentence.end > place.start,
      )
      return (
        <ClaimDraft
          source={source}
          place={place}
          words={words}
          context={text.slice(within.start, within.end)}
          said={text.slice(sentences[0]?.start ?? place.start, sentences.at(-1)?.end ?? place.end)}
          onDone={onDone}
          onClose={onClose}
        />
      )
    }
  }
}
