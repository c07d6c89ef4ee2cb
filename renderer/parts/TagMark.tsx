import type { HighlightColour } from '../../shared/model/excerpt.ts'
import './tag-mark.css'

/** The colour of a tag, beside its name. */
export const TagMark = ({ colour }: { colour: HighlightColour }) => (
  <i aria-hidden="true" className={`tag-mark tinted-${colour}`} />
)
