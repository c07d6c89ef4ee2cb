import { Mark } from '@tiptap/core'
import { webAddress } from '../../../shared/rules/web-address.ts'

/**
 * A link to the web, and to nothing else: an address that runs or opens something is dropped where it comes in. The
 * product is offline and opens no page; the card of the link shows its address, and an exported text leads there.
 */
export const linkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: '',
      parseHTML: element => webAddress(element.getAttribute('href') ?? ''),
      renderHTML: attributes => ({ href: attributes.href }),
    },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: element => (webAddress(element.getAttribute('href') ?? '') === null ? false : null) },
  ],
  // A document that was not typed here may hold an address of any kind: it is drawn without it.
  renderHTML: ({ HTMLAttributes: { href, ...others } }) => [
    'a',
    { ...others, href: webAddress(String(href ?? '')), class: 'editor-link', rel: 'noreferrer' },
    0,
  ],
})
