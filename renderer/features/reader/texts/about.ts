import type { OutputOf } from '../../../../shared/contract.ts'

/** What is known of a source and its texts, without their words. */
export type About = OutputOf<'sources.describe'>
export type VersionFacts = About['versions'][number]
