import * as z from 'zod'
import { excerptId, tagId } from '../model/id.ts'
import { tag, tagPath } from '../model/tag.ts'
import { read, write } from './operation.ts'

const given = { id: true, created: true, updated: true } as const
const tagDraft = tag.omit({ ...given, sequence: true, digit: true }).strict()

/** How many excerpts and sources bear a tag. */
const bearers = { excerpts: z.int(), sources: z.int() }
const countedRecords = ['tag', 'excerpt', 'source'] as const

export const tagOperations = {
  'tags.list': read(z.strictObject({}), z.array(tag.extend(bearers)), countedRecords),
  /** For each group of tags, how many excerpts and sources bear one of them or more. */
  'tags.counts': read(
    z.strictObject({ groups: z.array(z.array(tagId)).max(10_000) }),
    z.array(z.object(bearers)),
    countedRecords,
  ),
  /** It comes last among those of its parent. */
  'tags.create': write(tagDraft, tag),
  /** The tag at a path of names; it is made, with those above it, as far as they are missing. */
  'tags.createPath': write(tagPath, tag),
  /**
   * `sequence` is the place among those of the same parent, from 0; without one, a tag that gets another parent comes
   * last. A digit is taken from the tag that had it.
   */
  'tags.update': write(z.strictObject({ id: tagId, patch: tag.omit(given).partial().strict() }), z.null()),
  /**
   * All that bears one of `from` bears `into` instead; the tags under them move under it, and a digit goes to it where it
   * has none. One step of undo.
   */
  'tags.merge': write(z.strictObject({ from: z.array(tagId).min(1), into: tagId }), z.null()),
  /** Makes a tag right behind it, which the excerpts named bear instead. */
  'tags.split': write(
    z.strictObject({ id: tagId, name: tag.shape.name, excerpts: z.array(excerptId).min(1).max(100_000) }),
    tag,
  ),
  /** Nothing else goes: what bore it stays, the tags under it move up to its parent. */
  'tags.remove': write(z.strictObject({ id: tagId }), z.null()),
}
