import { expect, test } from 'vitest'
import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'
import { citedExcerpts, mentionedRecords, plainText } from '../../../shared/rules/rich-text.ts'
import { idOf } from '../../support/records.ts'

const words = (text: string): RichTextNode => ({ type: 'text', text })
const citation = (excerpt: unknown): RichTextNode => ({ type: 'citation', attrs: { excerpt } })
const mention = (record: string, id: unknown, label?: string): RichTextNode => ({
  type: 'mention',
  attrs: { record, id, label },
})
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const document: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [words('Money')] },
    paragraph(words('The fund '), { ...words('takes half'), marks: [{ type: 'bold' }] }, citation(idOf(2)), words('.')),
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(words('see '), mention('term', idOf(9), 'T-09'), citation(idOf(1)))] },
        {
          type: 'listItem',
          content: [paragraph(words('one'), { type: 'hardBreak' }, words('two'), citation(idOf(2)))],
        },
      ],
    },
    paragraph(),
    paragraph(
      citation('not an id'),
      citation(undefined),
      mention('term', idOf(9)),
      mention('tag', idOf(1)),
      mention('risk', 7),
      mention('risk', idOf(3)),
    ),
  ],
}

test('the words stand one line a block', () => {
  expect(plainText(document)).toBe('Money\nThe fund takes half.\nsee T-09\none\ntwo')
  expect(plainText({ type: 'doc' })).toBe('')
})

test('citations come in reading order, each once, and only ids of excerpts', () => {
  expect(citedExcerpts(document)).toEqual([idOf(2), idOf(1)])
})

test('mentions come in reading order, each once, and only of terms, risks and sources', () => {
  expect(mentionedRecords(document)).toEqual([
    { record: 'term', id: idOf(9) },
    { record: 'risk', id: idOf(3) },
  ])
})

test('no nesting is too deep', () => {
  let node = words('deep')
  for (let depth = 0; depth < 100_000; depth++) node = { type: 'blockquote', content: [node] }
  expect(plainText({ type: 'doc', content: [node] })).toBe('deep')
})
