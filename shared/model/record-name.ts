import { z } from 'zod'

/** Every kind of record, by the name of its table. Link tables are named by the record that owns them. */
export const recordName = z.enum([
  'caseInfo',
  'source',
  'textVersion',
  'attachment',
  'original',
  'excerpt',
  'anchor',
  'tag',
  'collection',
  'savedView',
  'relation',
  'resemblance',
  'party',
  'term',
  'lineage',
  'claim',
  'conflict',
  'position',
  'risk',
  'riskAction',
  'indicator',
  'assessment',
  'criteria',
  'note',
  'briefing',
  'edition',
  'inquiry',
  'hypothesis',
])
export type RecordName = z.infer<typeof recordName>
