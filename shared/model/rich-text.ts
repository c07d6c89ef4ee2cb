import * as z from 'zod'

/**
 * A tiptap document as JSON. Citations are inline nodes `{ type: 'citation', attrs: { excerpt } }`; mentions are
 * `{ type: 'mention', attrs: { record: 'term' | 'risk' | 'source' | 'note', id } }`; a cross-reference to a block of the
 * same briefing is `{ type: 'crossReference', attrs: { block } }`; a set-apart passage is the block `aside`, which holds
 * blocks. A link is the mark `{ type: 'link', attrs: { href } }`, to the web alone. Never HTML.
 */
export type RichTextNode = {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: RichTextNode[] | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
  text?: string | undefined
}

export const richTextNode: z.ZodType<RichTextNode> = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(richTextNode).optional(),
    marks: z
      .array(z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
    text: z.string().optional(),
  }),
)

export const richText = richTextNode.refine(node => node.type === 'doc', 'a document starts with the node "doc"')
export type RichText = z.infer<typeof richText>

export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }
