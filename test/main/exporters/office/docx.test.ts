import { expect, test } from 'vitest'
import { docxFile } from '../../../../main/exporters/office/docx.ts'
import { wholeFile } from '../../../../main/exporters/office/parts.ts'
import { readDocx } from '../../../../renderer/importers/office/docx.ts'

const made = () =>
  wholeFile(
    docxFile({
      facts: { title: 'The title', author: 'A', subject: 'S', created: '2025-06-02T09:00:00.000Z' },
      marking: 'TLP:RED',
      language: 'en-GB',
      blocks: [
        { kind: 'heading', level: 1, words: 'Terms & <sources>' },
        {
          kind: 'table',
          widths: [40, 60],
          rows: [
            { head: true, cells: [{ runs: [{ words: 'Term' }] }, { runs: [{ words: 'S1' }] }] },
            { group: true, cells: [{ runs: [{ words: 'Money' }], wide: 2 }] },
            {
              cells: [
                { head: true, runs: [{ words: 'T-01' }] },
                { runs: [{ words: '50 %' }, { words: '1', raised: true, to: 'note1' }] },
              ],
            },
          ],
        },
        {
          kind: 'paragraph',
          anchor: 'note1',
          runs: [{ words: '“line\nbreak”' }, { words: 'there', address: 'https://a.example/' }],
        },
      ],
    }),
  )

test('a Word document: headings, a table whose head repeats and whose rows stay whole, links', () => {
  const bytes = made()
  expect(Buffer.from(bytes).equals(made())).toBe(true)
  const { text, blocks } = readDocx(bytes)
  expect(text).toContain('Terms & <sources>')
  expect(text).toContain('T-01')
  expect(blocks.some(({ kind }) => kind === 'heading')).toBe(true)
})
