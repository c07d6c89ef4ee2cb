import { spokenLanguage } from '../../../shared/language.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { briefingStyle } from '../briefing/style.ts'
import { type Font, fontFaces } from '../fonts.ts'
import { documentText, element, type Html, isWebAddress, join, joinWith, styleElement } from '../html.ts'
import { canTag } from '../pdf/engine.ts'
import { finishDocument, type Printing, printOnce } from '../pdf/print-document.ts'
import { asOfWords, type ExportedCase, viewName } from './exported-case.ts'
import {
  type MatrixPages,
  matrixPages,
  type PageCell,
  type PageTable,
  type PageView,
  sourceLines,
} from './page-tables.ts'

/** All pages are turned, which every engine can do; only pages of two sizes in one document are beyond the older ones. */
const turned = `
@page { size: A4 landscape; margin: 22mm; }
.briefing h1.matrix-title { font-size: 17pt; line-height: 21pt; margin: 0 0 4pt; }
.briefing .matrix-title ~ p.key { margin: 0 0 1pt; }
.briefing .matrix .quiet { font: inherit; }
.briefing .matrix .strong { font-weight: 600; }
.briefing .matrix .mark { text-align: center; }
.briefing .matrix .category th { background: #f3f1eb; }
.briefing .matrix.letters { table-layout: auto; width: auto; }
.briefing .matrix.letters td, .briefing .matrix.letters thead th + th { width: 7.5mm; text-align: center; padding: 2pt 0; border-left: 0.25pt solid #b9b3a6; }
.briefing .matrix.letters .term { width: 52mm; }
.briefing h2.later { break-before: page; }
`

const noteAnchor = (number: number) => `note-${number}`
const cellAnchor = (number: number) => `cell-${number}`

/** Words with their marks, which never stand alone on a line. */
function kept(words: string, marks: readonly Html[]): Html {
  if (marks.length === 0) return join(words)
  const last = words.lastIndexOf(' ') + 1
  const cite = element('sup', { class: 'cite' }, joinWith(marks, ','))
  return join(words.slice(0, last), element('span', { class: 'figure' }, words.slice(last), cite))
}

/** Cells link to their notes, and the first cell that cites a note is what the note leads back to. */
function cellHtml(
  tag: 'td' | 'th',
  { words, signs, notes = [], beneath, look }: PageCell,
  cited: Set<number>,
  more = '',
): Html {
  const marks = notes.map(number => {
    const isFirst = !cited.has(number)
    cited.add(number)
    return element(
      'a',
      {
        href: `#${noteAnchor(number)}`,
        id: isFirst ? cellAnchor(number) : undefined,
        'aria-label': say('briefing.noteLabel', { number }),
      },
      number,
    )
  })
  return element(
    tag,
    { class: [look, more].filter(Boolean).join(' ') || undefined, scope: tag === 'th' ? 'col' : undefined },
    kept(signs ? `${words} ${signs}` : words, marks),
    beneath ? element('span', { class: 'column-date' }, beneath) : null,
  )
}

function tableHtml({ caption, head, rows, isLast }: PageTable, view: PageView, cited: Set<number>): Html {
  const isPosition = (place: number) => isLast && view !== 'coverage' && place === head.length - 1
  const positionClass = (place: number) => (isPosition(place) ? 'position' : '')
  return element(
    'table',
    { class: view === 'coverage' ? 'matrix letters' : 'matrix' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col', class: 'term' }, say('briefing.term')),
        ...head.map((cell, place) => cellHtml('th', cell, cited, positionClass(place))),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map(row =>
        'group' in row
          ? element(
              'tr',
              { class: 'category' },
              element('th', { scope: 'rowgroup', colspan: head.length + 1 }, row.group),
            )
          : element(
              'tr',
              {},
              element(
                'th',
                { scope: 'row', class: 'term' },
                element('span', { class: 'ref' }, row.name.ref),
                ' ',
                row.name.words,
              ),
              ...row.cells.map((cell, place) => cellHtml('td', cell, cited, positionClass(place))),
            ),
      ),
    ),
  )
}

function notesHtml({ notes, notesInAll }: MatrixPages, cited: ReadonlySet<number>): Html | null {
  if (notes.length === 0) return null
  return join(
    element('h2', { id: 'evidence', class: 'later' }, say('export.evidenceHead')),
    notesInAll > notes.length
      ? element('p', { class: 'key' }, say('export.evidenceLeftOut', { shown: notes.length, all: notesInAll }))
      : null,
    element(
      'ol',
      { class: 'endnotes' },
      ...notes.map(({ number, quote, ref, title, facts, address }) =>
        element(
          'li',
          { id: noteAnchor(number) },
          element(
            'span',
            { class: 'note-number' },
            cited.has(number) ? element('a', { href: `#${cellAnchor(number)}` }, number) : number,
          ),
          `${quotedWords(quote)} `,
          element('span', { class: 'ref' }, ref),
          ` ${[title, facts].filter(Boolean).join(', ')} `,
          isWebAddress(address) ? element('a', { href: address, class: 'address' }, address) : address,
        ),
      ),
    ),
  )
}

const listHtml = (id: string, head: string, lines: readonly { ref: string; words: string }[]): Html | null =>
  lines.length === 0
    ? null
    : join(
        element('h2', { id }, head),
        element(
          'ul',
          { class: 'key' },
          ...lines.map(({ ref, words }) => element('li', {}, element('span', { class: 'ref' }, ref), ` ${words}`)),
        ),
      )

/** A view as one HTML document on landscape pages. The same case and options give the same bytes. */
function matrixHtml(
  exported: ExportedCase,
  view: PageView,
  fonts: readonly Font[],
): { html: string; root: Html; title: string; headings: { level: 1; title: string; anchor: string }[] } {
  const pages = matrixPages(exported, view)
  const cited = new Set<number>()
  const tables = pages.tables.map(table => tableHtml(table, view, cited))
  const headings = [
    { level: 1 as const, title: viewName(view), anchor: 'matrix' },
    ...(pages.gaps.length > 0 ? [{ level: 1 as const, title: say('export.gapsHead'), anchor: 'gaps' }] : []),
    ...(pages.notes.length > 0 ? [{ level: 1 as const, title: say('export.evidenceHead'), anchor: 'evidence' }] : []),
  ]
  const root = element(
    'html',
    { lang: spokenLanguage() },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, pages.title),
      styleElement(`${fontFaces(fonts)}\n${briefingStyle}\n${turned}`),
    ),
    element(
      'body',
      { class: 'briefing' },
      element('h1', { class: 'matrix-title', id: 'matrix' }, pages.title),
      ...pages.sentences.map(words => element('p', { class: 'key' }, words)),
      // What a bookmark leads to must be linked to: the engine makes destinations of nothing else.
      element(
        'p',
        { class: 'key' },
        joinWith(
          headings.map(({ title, anchor }) => element('a', { href: `#${anchor}` }, title)),
          ' · ',
        ),
      ),
      ...pages.key.map(words => element('p', { class: 'key' }, words)),
      element('main', {}, ...tables),
      listHtml(
        'gaps',
        say('export.gapsHead'),
        pages.gaps.map(({ ref, name, sentence }) => ({ ref, words: `${name}: ${sentence}` })),
      ),
      view === 'coverage' &&
        listHtml(
          'sources',
          viewName('sources'),
          sourceLines(exported).map(({ ref, title, facts }) => ({ ref, words: `${title}, ${facts}` })),
        ),
      notesHtml(pages, cited),
    ),
  )
  return { html: documentText(root), root, title: pages.title, headings }
}

/** Prints a view: heads repeat, no row is split, the marking stands at the head and the foot of every page. */
export async function printMatrix(
  exported: ExportedCase,
  view: PageView,
  printing: Printing,
): Promise<{ pdf: Uint8Array; degraded: string[] }> {
  const { records, asked } = exported
  const { engine, fonts } = printing
  const { root, title, headings } = matrixHtml(exported, view, fonts)
  const printed = { root, facts: { title, marking: records.marking }, headings }
  const subject = [say('briefing.subject', { case: records.name, marking: records.marking }), asOfWords(asked.asOf)]
  const meta = {
    title,
    author: records.analyst,
    subject: subject.filter(Boolean).join(', '),
    language: spokenLanguage(),
    created: new Date(asked.at),
  }
  const pdf = await finishDocument(await printOnce(printed, printing), printed, meta)
  return { pdf, degraded: canTag(engine) ? [] : [say('briefing.degradedTags', { chromium: engine.chromium })] }
}
