import { describe, expect, test } from 'vitest'
import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'
import { blockPointing, wordsPointing } from '../../../shared/rules/pointing.ts'
import { blockWith, idOf, judgementWith } from '../../support/records.ts'

const text = (words: string): RichTextNode => ({ type: 'text', text: words })
const cites = (number: number): RichTextNode => ({ type: 'citation', attrs: { excerpt: idOf(number) } })
const mentions = (record: string, number: number, label: string): RichTextNode => ({
  type: 'mention',
  attrs: { record, id: idOf(number), label },
})
const doc = (...paragraphs: RichTextNode[][]): RichText => ({
  type: 'doc',
  content: paragraphs.map(content => ({ type: 'paragraph', content })),
})

describe('the words around a place', () => {
  test('are those of its paragraph, at any depth, of the first place', () => {
    const inside = doc([text('Not here.')], [text('The fund is managed jointly'), cites(1), text(', it is said.')])
    const list: RichText = {
      type: 'doc',
      content: [{ type: 'bulletList', content: [{ type: 'listItem', content: inside.content }] }],
    }
    expect(wordsPointing(list, { record: 'excerpt', id: idOf(1) })).toBe('The fund is managed jointly, it is said.')
    expect(wordsPointing(list, { record: 'excerpt', id: idOf(2) })).toBeNull()
  })

  test('keep the name of what is mentioned and the spaces beside it, and know one kind of record from another', () => {
    const document = doc([text('See '), mentions('term', 3, 'T-03'), text(' for more.')])
    expect(wordsPointing(document, { record: 'term', id: idOf(3) })).toBe('See T-03 for more.')
    expect(wordsPointing(document, { record: 'risk', id: idOf(3) })).toBeNull()
  })

  test('are cut at words where the paragraph is long', () => {
    const long = 'word '.repeat(100)
    const words = wordsPointing(doc([text(`${long}here`), cites(1), text(` there ${long}`)]), {
      record: 'excerpt',
      id: idOf(1),
    })
    expect(words).toMatch(/^…word .*word here there word .*word…$/)
    expect(words?.length).toBeLessThan(260)
  })
})

test('a briefing points by its prose, by an edited statement and by its judgements, the first block first', () => {
  const blocks = [
    blockWith('key judgements', { judgements: [judgementWith({ text: 'So it is.', excerpts: [idOf(1)] })] }),
    blockWith('prose', { document: doc([text('And so'), cites(1), cites(2)]) }),
    blockWith('sources', { statement: doc([text('Most is in '), mentions('source', 4, 'One')]) }),
  ]
  expect(blockPointing(blocks, { record: 'excerpt', id: idOf(1) })).toEqual({
    block: blocks[0]?.id,
    words: 'So it is.',
  })
  expect(blockPointing(blocks, { record: 'excerpt', id: idOf(2) })).toEqual({ block: blocks[1]?.id, words: 'And so' })
  expect(blockPointing(blocks, { record: 'source', id: idOf(4) })?.block).toBe(blocks[2]?.id)
  expect(blockPointing(blocks, { record: 'term', id: idOf(1) })).toBeNull()
})
