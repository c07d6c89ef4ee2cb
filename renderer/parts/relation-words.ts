import type { RelationView } from '../../shared/contract/excerpts.ts'
import { type RelationKind, relationKind } from '../../shared/model/relation.ts'
import { say } from '../say.ts'

/** What one passage is to another, from its own side. */
export type RelationRole = Pick<RelationView, 'kind' | 'direction'>

/** All roles, those that lead to the other passage first. */
export const relationRoles: readonly RelationRole[] = (['to', 'from'] as const).flatMap(direction =>
  relationKind.options.map((kind: RelationKind) => ({ kind, direction })),
)

/** The role in words: "supports", "is supported by". */
export const roleWords = ({ kind, direction }: RelationRole): string => say('parts.relationRole', { kind, direction })
