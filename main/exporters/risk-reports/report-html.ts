import { spokenLanguage } from '../../../shared/language.ts'
import type { CaseInfo } from '../../../shared/model/case-info.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { briefingStyle } from '../briefing/style.ts'
import { type Font, fontFaces } from '../fonts.ts'
import { documentText, element, type Html, isWebAddress, join, styleElement } from '../html.ts'
import type { Run } from '../office/docx.ts'
import { canTag } from '../pdf/engine.ts'
import { loadPdf } from '../pdf/places.ts'
import { finishDocument, type Printing, printOnce } from '../pdf/print-document.ts'
import { mapSvg } from './map-drawing.ts'
import { noteAnchor, type ReportBlock, type ReportCell, type ReportPages } from './pages.ts'

const style = `
@page { size: A4; margin: 22mm; }
.briefing h1.report-title { font-size: 19pt; line-height: 23pt; margin: 0 0 4pt; }
.briefing .report-title ~ p.key { margin: 0 0 1pt; }
.briefing.report h2 { margin: 14pt 0 6pt; padding-top: 0; border-top: 0; font-size: 13pt; line-height: 17pt; }
.briefing.report h3 { margin: 14pt 0 3pt; padding-top: 5pt; border-top: 0.5pt solid #8a857a; }
.briefing.report h2 + h3 { border-top: 0; padding-top: 0; margin-top: 2pt; }
.briefing.report h2.later { break-before: page; margin-top: 0; }
.briefing.report p.lead { font-size: 12pt; line-height: 16.5pt; }
.briefing.report table { table-layout: fixed; hyphens: auto; }
.briefing.report td.level { padding-left: 4pt; padding-right: 4pt; text-align: center; }
.briefing.report td.level + td { padding-left: 6pt; }
.briefing.report h3 + p, .briefing.report p.keep { break-after: avoid; }
.briefing.report p.key + p.facts { margin-top: 8pt; }
.briefing.report td.level-VL { background: #f3ead6; } .briefing.report td.level-L { background: #ecd2a4; } .briefing.report td.level-M { background: #e2a96c; }
.briefing.report td.level-H { background: #cb6f45; } .briefing.report td.level-VH { background: #9a3b2c; color: #fff; }
.briefing.report .quiet { font: inherit; color: #57544d; }
.briefing.report .beneath { display: block; font-weight: 400; }
.briefing.report .strong { font-weight: 600; }
.briefing.report figure { margin: 8pt 0 4pt; break-inside: avoid; }
.briefing.report figure svg { display: block; width: 100%; }
.briefing.report ul { font-size: 9.5pt; line-height: 13pt; }
.briefing.report .ends { margin-top: 12pt; padding-top: 5pt; border-top: 0.25pt solid #b9b3a6; }
.briefing.report .marked { margin: 0 0 10mm; font: 600 9pt/12pt Inter, sans-serif; letter-spacing: 0.18em; text-align: center; }
.briefing.report .in-margins { position: absolute; visibility: hidden; }
`

/** On a screen the page keeps the width of a sheet of paper. */
const onScreen = `
@media screen { .briefing.report { max-width: 190mm; margin: 0 auto; padding: 12mm; } }
`

/** Figures stay on one line: "20–45 %" is not broken at its dash. */
const figures = /(\d+(?:\.\d+)?–\d+(?:\.\d+)?\u00a0%)/
const unbroken = (words: string): Html =>
  join(...words.split(figures).map((part, at) => (at % 2 === 1 ? element('span', { class: 'figure' }, part) : part)))

const runHtml = (run: Run, cited: Map<string, string>): Html => {
  const { words, bold, quiet, raised, to, address } = run
  const look = [bold && 'strong', quiet && 'quiet', words.startsWith('\n') && 'beneath'].filter(Boolean).join(' ')
  const text = words.replace(/^\n/, '')
  if (raised) {
    if (to === undefined) return join(text.trim() === '' ? '' : element('sup', { class: 'cite' }, text.trim()))
    const back = `cited-${to}`
    const isFirst = !cited.has(to)
    cited.set(to, back)
    return element(
      'sup',
      { class: 'cite' },
      element(
        'a',
        { href: `#${to}`, id: isFirst ? back : undefined, 'aria-label': say('briefing.noteLabel', { number: text }) },
        text,
      ),
    )
  }
  const href = to === undefined ? address : `#${to}`
  if (href !== undefined) return element('a', { href, class: look || undefined }, text)
  return look === '' ? unbroken(text) : element('span', { class: look }, unbroken(text))
}

const runsHtml = (runs: readonly Run[], cited: Map<string, string>): Html =>
  join(...runs.map(run => runHtml(run, cited)))

const cellHtml = ({ runs, head, level }: ReportCell, cited: Map<string, string>): Html =>
  element(
    head ? 'th' : 'td',
    { scope: head ? 'row' : undefined, class: level === undefined ? undefined : `level level-${level}` },
    runsHtml(runs, cited),
  )

function blockHtml(block: ReportBlock, cited: Map<string, string>, isLast: boolean): Html {
  switch (block.kind) {
    case 'heading':
      return element(
        block.level === 1 ? 'h2' : 'h3',
        { id: block.anchor, class: block.pageBefore ? 'later' : undefined },
        block.words,
      )
    case 'paragraph':
      return element(
        'p',
        { class: [block.look, isLast && 'ends'].filter(Boolean).join(' ') || undefined },
        runsHtml(block.runs, cited),
      )
    case 'list':
      return element('ul', {}, ...block.items.map(runs => element('li', {}, runsHtml(runs, cited))))
    case 'map':
      return element('figure', {}, mapSvg(block.map))
    case 'table': {
      const whole = block.widths.reduce((sum, width) => sum + width, 0)
      return element(
        'table',
        {},
        element(
          'colgroup',
          {},
          ...block.widths.map(width => element('col', { width: `${((100 * width) / whole).toFixed(2)}%` })),
        ),
        element('thead', {}, element('tr', {}, ...block.heads.map(words => element('th', { scope: 'col' }, words)))),
        element('tbody', {}, ...block.rows.map(row => element('tr', {}, ...row.map(one => cellHtml(one, cited))))),
      )
    }
  }
}

function notesHtml({ notes, notesInAll }: ReportPages, cited: ReadonlyMap<string, string>): Html | null {
  if (notes.length === 0) return null
  return join(
    element('h2', { id: 'passages' }, say('riskReports.evidence')),
    notesInAll > notes.length
      ? element('p', { class: 'key' }, say('riskReports.passagesLeftOut', { shown: notes.length, all: notesInAll }))
      : null,
    element(
      'ol',
      { class: 'endnotes' },
      ...notes.map(({ number, quote, title, facts, address }) => {
        const back = cited.get(noteAnchor(number))
        return element(
          'li',
          { id: noteAnchor(number) },
          element(
            'span',
            { class: 'note-number' },
            back === undefined ? number : element('a', { href: `#${back}` }, number),
          ),
          `${quotedWords(quote)} `,
          element('b', {}, title),
          ` ${facts} `,
          isWebAddress(address) ? element('a', { href: address, class: 'address' }, address) : address,
        )
      }),
    ),
  )
}

type About = Pick<CaseInfo, 'name' | 'analyst' | 'marking'> & { at: string }
type Headings = { level: 1 | 2; title: string; anchor: string }[]

const headingsOf = (pages: ReportPages): Headings => [
  { level: 1, title: pages.title, anchor: 'report' },
  ...pages.blocks.flatMap(
    (block): Headings =>
      block.kind === 'heading' && block.anchor
        ? [{ level: block.level, title: block.words, anchor: block.anchor }]
        : [],
  ),
  ...(pages.notes.length > 0 ? [{ level: 1 as const, title: say('riskReports.evidence'), anchor: 'passages' }] : []),
]

/** A report as one document. On paper the marking stands in the margins of every page; as a page of its own, at its head and foot. */
function reportRoot(
  pages: ReportPages,
  { marking }: Pick<About, 'marking'>,
  { fonts, isPaper }: { fonts: readonly Font[]; isPaper: boolean },
): Html {
  const cited = new Map<string, string>()
  const blocks = pages.blocks.map((block, at) => blockHtml(block, cited, at === pages.blocks.length - 1))
  // Chromium 114 leaves words of the margins out whose face the page itself has not loaded: unseen, the marking loads its own.
  const mark = element(
    'p',
    isPaper ? { class: 'marked in-margins', 'aria-hidden': 'true' } : { class: 'marked' },
    marking,
  )
  const links = headingsOf(pages).filter(({ level, anchor }) => level === 1 && anchor !== 'report')
  return element(
    'html',
    { lang: spokenLanguage() },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, pages.title),
      styleElement(`${fontFaces(fonts)}\n${briefingStyle}\n${style}\n${isPaper ? '' : onScreen}`),
    ),
    element(
      'body',
      { class: 'briefing report' },
      mark,
      element('h1', { class: 'report-title', id: 'report' }, pages.title),
      ...pages.lines.map(words => element('p', { class: 'key' }, words)),
      // What a bookmark leads to must be linked to: the engine makes destinations of nothing else.
      links.length < 2
        ? null
        : element(
            'p',
            { class: 'key' },
            ...links.flatMap(({ title, anchor }, at) => [
              at === 0 ? null : ' · ',
              element('a', { href: `#${anchor}` }, title),
            ]),
          ),
      element('main', {}, ...blocks),
      notesHtml(pages, cited),
      mark,
    ),
  )
}

/** A report as one HTML document, its marking at head and foot. */
export const reportHtml = (
  pages: ReportPages,
  about: Pick<About, 'marking'>,
  look: { fonts: readonly Font[]; isPaper: boolean },
): string => documentText(reportRoot(pages, about, look))

/**
 * Prints a report: heads of tables repeat, no row is split, marking, title and "page n of N" stand on every page. Of several
 * attempts the first that comes to one page is kept, else the last.
 */
export async function printReport(
  attempts: Iterable<ReportPages>,
  { name, analyst, marking, at }: About,
  printing: Printing,
): Promise<{ pdf: Uint8Array; degraded: string[] }> {
  const { engine, fonts } = printing
  for (const pages of counted(attempts)) {
    const printed = {
      root: reportRoot(pages.one, { marking }, { fonts, isPaper: true }),
      facts: { title: pages.one.title, marking },
      headings: headingsOf(pages.one).filter(({ anchor }) => anchor !== 'report'),
    }
    const pdf = await loadPdf(await printOnce(printed, printing))
    if (pdf.getPageCount() > 1 && !pages.isLast) continue
    const meta = {
      title: pages.one.title,
      author: analyst,
      subject: say('briefing.subject', { case: name, marking }),
      language: spokenLanguage(),
      created: new Date(at),
    }
    const degraded = canTag(engine) ? [] : [say('briefing.degradedTags', { chromium: engine.chromium })]
    return { pdf: await finishDocument(pdf, printed, meta), degraded }
  }
  throw new Error('There is nothing to print')
}

/** Each with word of whether it is the last. */
function* counted<Item>(items: Iterable<Item>): Generator<{ one: Item; isLast: boolean }> {
  let kept: { one: Item } | null = null
  for (const one of items) {
    if (kept) yield { ...kept, isLast: false }
    kept = { one }
  }
  if (kept) yield { ...kept, isLast: true }
}
