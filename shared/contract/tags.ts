import { z } from 'zod'
import { tagId } from '../model/id.ts'
import { tag } from '../model/tag.ts'
import { read, write } from './operation.ts'

const given = { id: true, created: true, updated: true } as const
const tagDraft = tag.omit({ ...given, sequence: true, digit: true }).strict()

export const tagOperations = {
  'tags.list': read(z.strictObject({}), z.array(tag.extend({ excerpts: z.int(), sources: z.int() })), [
    'tag',
    'excerpt',
    'source',
  ]),
  /** It comes last among those of its parent. */
  'tags.create': write(tagDraft, tag),
  /** `sequence` is the place among those of the same parent, from 0. A digit is taken from the tag that had it. */
  'tags.update': write(z.strictObject({ id: tagId, patch: tag.omit(given).partial().strict() }), z.null()),
  /** All that bears one of `from` bears `into` instead; the tags under them move under it. One step of undo. */
  'tags.merge': write(z.strictObject({ from: z.array(tagId).min(1), into: tagId }), z.null()),
  /** Makes a tag beside it, which the excerpts named bear instead. */
  'tags.split': write(z.strictObject({ id: tagId, name: tag.shape.name, excerpts: z.array(z.string()) }), tag),
  /** Nothing else goes: what bore it stays, the tags under it move up to its parent. */
  'tags.remove': write(z.strictObject({ id: tagId }), z.null()),
}
