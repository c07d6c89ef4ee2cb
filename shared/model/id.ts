import * as z from 'zod'

/** UUIDv7 (RFC 9562): ids grow with time, so that new rows fall on the last page of an index. */
const id = <Name extends string>() => z.uuidv7().brand<Name>()

export const sourceId = id<'source'>()
export const textVersionId = id<'textVersion'>()
export const excerptId = id<'excerpt'>()
export const tagId = id<'tag'>()
export const collectionId = id<'collection'>()
export const savedViewId = id<'savedView'>()
export const relationId = id<'relation'>()
export const resemblanceId = id<'resemblance'>()
export const partyId = id<'party'>()
export const termId = id<'term'>()
export const lineageId = id<'lineage'>()
export const claimId = id<'claim'>()
export const conflictId = id<'conflict'>()
export const positionId = id<'position'>()
export const riskId = id<'risk'>()
export const riskActionId = id<'riskAction'>()
export const indicatorId = id<'indicator'>()
export const riskMoveId = id<'riskMove'>()
export const assessmentId = id<'assessment'>()
export const criteriaId = id<'criteria'>()
export const reviewId = id<'review'>()
export const noteId = id<'note'>()
export const briefingId = id<'briefing'>()
export const conflictDecisionId = id<'conflictDecision'>()
export const editionId = id<'edition'>()
/** Within its briefing. */
export const blockId = id<'block'>()
/** Within its briefing. */
export const judgementId = id<'judgement'>()
export const briefingTemplateId = id<'briefingTemplate'>()
export const inquiryId = id<'inquiry'>()
export const hypothesisId = id<'hypothesis'>()

export type SourceId = z.infer<typeof sourceId>
export type TextVersionId = z.infer<typeof textVersionId>
export type ExcerptId = z.infer<typeof excerptId>
export type TagId = z.infer<typeof tagId>
export type CollectionId = z.infer<typeof collectionId>
export type SavedViewId = z.infer<typeof savedViewId>
export type RelationId = z.infer<typeof relationId>
export type ResemblanceId = z.infer<typeof resemblanceId>
export type PartyId = z.infer<typeof partyId>
export type TermId = z.infer<typeof termId>
export type LineageId = z.infer<typeof lineageId>
export type ClaimId = z.infer<typeof claimId>
export type ConflictId = z.infer<typeof conflictId>
export type PositionId = z.infer<typeof positionId>
export type RiskId = z.infer<typeof riskId>
export type AssessmentId = z.infer<typeof assessmentId>
export type CriteriaId = z.infer<typeof criteriaId>
export type ReviewId = z.infer<typeof reviewId>
export type NoteId = z.infer<typeof noteId>
export type BriefingId = z.infer<typeof briefingId>
export type EditionId = z.infer<typeof editionId>
export type BlockId = z.infer<typeof blockId>
export type JudgementId = z.infer<typeof judgementId>
export type BriefingTemplateId = z.infer<typeof briefingTemplateId>
export type InquiryId = z.infer<typeof inquiryId>
export type HypothesisId = z.infer<typeof hypothesisId>
