import { assessment } from '../../shared/model/assessment.ts'
import { briefing } from '../../shared/model/briefing.ts'
import { briefingTemplate } from '../../shared/model/briefing-template.ts'
import { claim } from '../../shared/model/claim.ts'
import { collection } from '../../shared/model/collection.ts'
import { conflict } from '../../shared/model/conflict.ts'
import { criteria } from '../../shared/model/criteria.ts'
import { edition } from '../../shared/model/edition.ts'
import { excerpt } from '../../shared/model/excerpt.ts'
import { hypothesis } from '../../shared/model/hypothesis.ts'
import { inquiry } from '../../shared/model/inquiry.ts'
import { lineage } from '../../shared/model/lineage.ts'
import { note } from '../../shared/model/note.ts'
import { party } from '../../shared/model/party.ts'
import { position } from '../../shared/model/position.ts'
import { relation } from '../../shared/model/relation.ts'
import { resemblance } from '../../shared/model/resemblance.ts'
import { review } from '../../shared/model/review.ts'
import { risk } from '../../shared/model/risk.ts'
import { savedView } from '../../shared/model/saved-view.ts'
import { source } from '../../shared/model/source.ts'
import { tag } from '../../shared/model/tag.ts'
import { term } from '../../shared/model/term.ts'
import { textVersion } from '../../shared/model/text-version.ts'
import { ids, parts } from './list.ts'
import { table } from './table.ts'

export const lineages = table({ name: 'lineage', noun: 'lineage', schema: lineage, order: 'name, id' })

export const parties = table({ name: 'party', noun: 'party', schema: party, order: 'sequence, id' })

export const tags = table({ name: 'tag', noun: 'tag', schema: tag, order: 'sequence, name, id' })

export const sources = table({
  name: 'source',
  noun: 'source',
  schema: source,
  json: ['authors', 'publishedReadings', 'warnings', 'statements', 'accepted'],
  lists: { tags: ids('sourceTag', 'source', 'tag'), collections: ids('sourceCollection', 'source', 'collection') },
})

export const textVersions = table({
  name: 'textVersion',
  noun: 'text version',
  schema: textVersion,
  json: ['blocks', 'pages'],
  order: 'source, number',
})

export const collections = table({ name: 'collection', noun: 'collection', schema: collection, order: 'sequence, id' })

export const savedViews = table({
  name: 'savedView',
  noun: 'saved view',
  schema: savedView,
  json: ['settings'],
  order: 'sequence, id',
})

export const resemblances = table({
  name: 'resemblance',
  noun: 'resemblance',
  schema: resemblance,
  json: ['phrases'],
  order: 'likeness desc, id',
})

/** Excerpts without their place, which stands in `anchor`, once per text version: see excerpts.ts. */
export const bareExcerpts = table({
  name: 'excerpt',
  noun: 'excerpt',
  schema: excerpt.omit({ anchor: true }),
  lists: { tags: ids('excerptTag', 'excerpt', 'tag') },
})

export const relations = table({ name: 'relation', noun: 'relation', schema: relation })

export const terms = table({
  name: 'term',
  noun: 'term',
  schema: term,
  json: ['units', 'bases', 'options'],
  order: 'sequence, id',
})

export const claims = table({
  name: 'claim',
  noun: 'claim',
  schema: claim,
  json: ['value'],
  lists: { evidence: parts('claimEvidence', 'claim', ['excerpt', 'role']) },
})

export const conflicts = table({
  name: 'conflict',
  noun: 'conflict',
  schema: conflict,
  lists: {
    claims: ids('conflictClaim', 'conflict', 'claim'),
    evidence: ids('conflictEvidence', 'conflict', 'excerpt'),
    risks: ids('conflictRisk', 'conflict', 'risk'),
    decisions: parts('conflictDecision', 'conflict', ['id', 'at', 'by', 'state', 'resolution', 'rationale']),
  },
})

export const positions = table({
  name: 'position',
  noun: 'position',
  schema: position,
  json: ['value'],
  lists: { claims: ids('positionClaim', 'position', 'claim') },
})

export const risks = table({
  name: 'risk',
  noun: 'risk',
  schema: risk,
  json: ['acceptance'],
  order: 'ref',
  lists: {
    terms: parts('riskTerm', 'risk', ['term', 'effect']),
    claims: ids('riskClaim', 'risk', 'claim'),
    evidence: parts('riskEvidence', 'risk', ['excerpt', 'role']),
    actions: parts('riskAction', 'risk', ['id', 'text', 'owner', 'due', 'status', 'effect']),
    origins: parts('riskOrigin', 'risk', ['origin', 'kind']),
    moves: parts('riskMove', 'risk', ['id', 'at', 'by', 'date', 'was', 'status', 'reason']),
    indicators: parts('indicator', 'risk', ['id', 'statement', 'direction', 'threshold', 'state', 'changed'], {
      excerpts: ids('indicatorEvidence', 'indicator', 'excerpt'),
    }),
  },
})

export const assessments = table({
  name: 'assessment',
  noun: 'assessment',
  schema: assessment,
  json: ['impacts'],
  lists: {
    excerpts: ids('assessmentExcerpt', 'assessment', 'excerpt'),
    claims: ids('assessmentClaim', 'assessment', 'claim'),
    conflicts: ids('assessmentConflict', 'assessment', 'conflict'),
  },
})

export const reviews = table({ name: 'review', noun: 'review', schema: review, order: 'created, id' })

/** The newest version is in force; they come in the order of their making. */
export const criteriaTable = table({
  name: 'criteria',
  noun: 'set of criteria',
  schema: criteria,
  json: ['likelihoods', 'impacts', 'dimensions', 'grid', 'appetite', 'cadence'],
  order: 'created, id',
})

export const notes = table({ name: 'note', noun: 'note', schema: note, json: ['document'] })

export const briefings = table({
  name: 'briefing',
  noun: 'briefing',
  schema: briefing,
  json: ['distribution', 'numbered', 'contents', 'blocks', 'answers'],
})

export const briefingTemplates = table({
  name: 'briefingTemplate',
  noun: 'template',
  schema: briefingTemplate,
  json: ['numbered', 'contents', 'blocks'],
  order: 'name, id',
})

export const editions = table({
  name: 'edition',
  noun: 'edition',
  schema: edition,
  json: ['blocks', 'told', 'answers', 'positions'],
  order: 'briefing, number',
})

export const inquiries = table({
  name: 'inquiry',
  noun: 'inquiry',
  schema: inquiry,
  order: 'sequence, id',
  lists: { claims: ids('inquiryClaim', 'inquiry', 'claim') },
})

export const hypotheses = table({
  name: 'hypothesis',
  noun: 'hypothesis',
  schema: hypothesis,
  order: 'sequence, id',
  lists: { ratings: parts('hypothesisRating', 'hypothesis', ['claim', 'consistency', 'reason']) },
})
