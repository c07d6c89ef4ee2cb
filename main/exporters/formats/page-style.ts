/** Colours of the printed sheet by what they are, and what they are on a dark screen. */
const colours = [
  ['ink', '#1c1b18', '#ebe7dd'],
  ['paper', '#fff', '#1b1a17'],
  ['quiet', '#57544d', '#b5afa2'],
  ['line', '#8a857a', '#7d786d'],
  ['hair', '#b9b3a6', '#4b473f'],
  ['faint', '#68645b', '#a29c8f'],
] as const

const set = (column: 1 | 2) => colours.map(each => `--${each[0]}: ${each[column]};`).join(' ')

/** Of rules for pages nothing is changed: their lengths are of paper. */
const sheetRule = /@(?:page|font-face)[^{]*\{[^}]*\}/g

/** The printed sheet with lengths of type and colours that a screen may set otherwise. */
function adaptable(css: string): string {
  const kept: string[] = []
  const text = css.replace(sheetRule, rule => {
    kept.push(rule)
    return ''
  })
  const named = colours.reduce(
    (words, [name, value]) => words.replaceAll(new RegExp(`${value}(?![0-9a-f])`, 'gi'), `var(--${name})`),
    text,
  )
  return `${kept.join('\n')}\n${named.replaceAll(/(?<![\w.-])(-?\d*\.?\d+)pt\b/g, 'calc($1 * var(--pt))')}`
}

/** Text as a string of CSS: what is neither letter nor digit by its number (CSS Syntax 3, 4.3.7). */
const cssString = (text: string): string =>
  `"${[...text].map(sign => (/[\w ]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `)).join('')}"`

/** The sheet of the page: the printed one, then what a screen does differently. */
export const pageStyle = (css: string, marking: string): string => `
:root { --pt: 1pt; ${set(1)} }
${adaptable(css)}
@page {
  @top-center { content: ${cssString(marking)}; font: 600 7.5pt Inter, sans-serif; letter-spacing: 0.18em; }
  @bottom-center { content: ${cssString(marking)}; font: 600 7.5pt Inter, sans-serif; letter-spacing: 0.18em; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Inter, sans-serif; }
}
.briefing .contents-page { display: none; }
@media print { .page-marking { display: none; } }
@media screen {
  /* By the size of letters that the reader has chosen: 10.5 of these are a little more than one. */
  :root { --pt: 0.1rem; background: var(--paper); }
  .briefing { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); hyphens: auto; }
  .page-marking { margin: 0; padding: 0.8rem 0; text-align: center; font: 600 0.8rem/1.2rem Inter, sans-serif; letter-spacing: 0.18em; }
  .briefing .cover { padding: 8vh 0 2rem; max-width: 46rem; }
  .briefing .cover-facts { margin-top: 2.5rem; }
  .briefing .cover-marking { margin-bottom: 2rem; }
  .briefing main > section { margin-bottom: 3rem; }
  .briefing main :is(p, ul, ol, dl, blockquote, aside, pre, figcaption) { max-width: 44rem; }
  .briefing main :is(table, figure) :is(p, ul, ol, dl) { max-width: none; }
  .briefing a { text-decoration: underline; text-decoration-thickness: 1px; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
  .briefing a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
  .briefing :is(sup.cite, .contents) a { text-decoration: none; }
  .briefing :is(sup.cite, .contents) a:hover { text-decoration: underline; }
  .briefing sup.cite a { padding: 0.3em 0.15em; }
  .briefing a:focus-visible, .page-frame:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
  .briefing :target { background: color-mix(in srgb, var(--ink) 10%, transparent); box-shadow: 0 0 0 0.3em color-mix(in srgb, var(--ink) 10%, transparent); }
  .briefing :is(h2, h3, li, p, a) { scroll-margin-top: 1.5rem; }
  .page-frame { overflow-x: auto; margin: 0 0 1rem; }
  .page-frame.table > table { min-width: 34rem; }
  .page-frame.table > table.matrix { min-width: 58rem; }
  .page-frame.svg > svg { min-width: 44rem; }
  .briefing .scales { columns: auto; }
  .briefing .contents { margin-bottom: 3rem; }
  .briefing .contents a { padding: 0.3rem 0; }
}
@media screen and (min-width: 70rem) {
  .page-columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); column-gap: 3.5rem; align-items: start; }
  .page-columns > main:only-child { grid-column: 1 / -1; }
  .briefing .contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; margin: 0; padding: 1.5rem 0.5rem 1.5rem 0; font-size: 0.9rem; line-height: 1.25rem; }
  .briefing .contents h2 { font-size: 1rem; line-height: 1.3rem; }
}
@media screen and (max-width: 40rem) {
  .briefing .cover { padding-top: 2rem; }
  .briefing h1 { font-size: 1.9rem; line-height: 2.2rem; }
  .briefing :is(.cover-facts, .comparisons, .story) > div { display: block; }
  .page-frame.table > table.claims { min-width: 0; }
  .briefing .claims, .briefing .claims :is(tbody, tr, td) { display: block; }
  .briefing .claims td + td { padding-left: 0; border-left: 0; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { ${set(2)} }
  /* A drawing stays on its own paper: its colours are levels of risk. */
  .briefing figure svg { ${set(1)} background: #fff; }
}
`
