import { expect, test } from 'vitest'
import type { RichTextNode } from '../../../shared/model/rich-text.ts'
import { markdownOf } from '../../../shared/rules/markdown/write.ts'
import { heldAgainst } from '../../support/attacks.ts'
import { faultsInMarkdown } from '../../support/inert-files.ts'
import { payloads } from '../../support/payloads.ts'

// A text saved as Markdown is shown by programs that turn tags into elements and follow addresses.

const names = { citation: () => 'a source', mention: () => 'a term', block: () => 'a part' }
const bold = [{ type: 'bold' }]

/** What a reader of Markdown would take in with an address that stands before the payload. */
const before = [
  '',
  'https://glossator.invalid/',
  'www.glossator.invalid/a',
  'a@glossator.invalid',
  '&',
  '\\',
  '`',
  '!',
  '<',
  '[',
]

test('whatever stands before them, payloads are words of the file', context => {
  const outcomes = before.flatMap(lead =>
    payloads.flatMap(words =>
      [[], bold, [{ type: 'link', attrs: { href: words } }], [{ type: 'code' }]].map((marks): [string, unknown] => {
        const content: RichTextNode[] = [
          { type: 'text', text: `${lead}${words}` },
          { type: 'text', text: words, marks },
        ]
        const faults = faultsInMarkdown(markdownOf({ type: 'doc', content: [{ type: 'paragraph', content }] }, names))
        // GFM makes links of addresses by itself: those of mail lead nowhere but to a mail.
        const others = faults.filter(fault => !fault.startsWith('link mailto:'))
        return [
          `${lead} ${words.slice(0, 60)} ${JSON.stringify(marks).slice(0, 20)}`,
          others.length > 0 ? others : null,
        ]
      }),
    ),
  )
  expect(outcomes.length).toBeGreaterThan(2_000)
  heldAgainst(context, 'payloads in Markdown', outcomes)
})
