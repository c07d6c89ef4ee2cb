import type { Briefing } from '../../../shared/model/briefing.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { type Font, fontFaces } from '../fonts.ts'
import { element, fragmentText, type Html, join, styleElement } from '../html.ts'

const titleLimit = 70

/** Sizes are in the templates' own scale; `.pageNumber` and `.totalPages` are filled in by the engine. */
const style = `
#header, #footer { padding: 0; }
.line { box-sizing: border-box; width: 100%; padding: 0 22mm; font: 7.5pt/10pt Inter, Helvetica, Arial, sans-serif; color: #1c1b18; }
.foot { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); align-items: baseline; column-gap: 6mm; }
.marking { font-weight: 600; letter-spacing: 0.18em; text-align: center; }
.head { padding-top: 9mm; }
.foot { padding-bottom: 9mm; }
.pages { text-align: right; white-space: nowrap; }
.title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`

/**
 * What stands at the head and the foot of every page: the marking at both, the title and "page n of N" at the foot.
 * One way for every engine, because margin boxes exist only from Chromium 131 on. The engine sets templates in
 * documents of their own, so that they carry their fonts themselves.
 */
export function pageTemplates(
  { title, marking }: Pick<Briefing, 'title' | 'marking'>,
  fonts: readonly Font[] = [],
): { header: string; footer: string } {
  const sheet = styleElement(`${fontFaces(fonts)}${style}`)
  const mark = element('span', { class: 'marking' }, marking)
  const [before, between, after] = say('briefing.pageOf', { page: '|', pages: '|' }).split('|')
  const pages = element(
    'span',
    { class: 'pages' },
    before,
    element('span', { class: 'pageNumber' }),
    between,
    element('span', { class: 'totalPages' }),
    after,
  )
  const line = (place: 'head' | 'foot', ...parts: Html[]) =>
    fragmentText(join(sheet, element('div', { class: `line ${place}` }, ...parts)))
  return {
    header: line('head', element('div', { class: 'marking' }, marking)),
    footer: line('foot', element('span', { class: 'title' }, clipped(title, titleLimit)), mark, pages),
  }
}
