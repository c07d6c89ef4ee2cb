/**
 * Sheets of A4 with the margins of the printed briefing. The engine's own column fragmentation cuts each flow into the
 * text areas of its pages, by the same break rules as print: rows of one column, one below the other, where columns
 * can wrap (CSS Multi-column 2, from Chromium 145); on an older engine the sheets of a flow run to the right. Print keeps
 * table heads whole, and so repeats them; columns do so only when told.
 */
export const pageStyle = `
:host { display: block; }
.flow {
  --width: 210mm; --height: 297mm; --margin: 22mm; --between: 7mm;
  --text-width: calc(var(--width) - 2 * var(--margin)); --text-height: calc(var(--height) - 2 * var(--margin));
  --along: calc(var(--pages) * (var(--height) + var(--between)) - var(--between));
  position: relative; zoom: var(--zoom, 0.6); width: var(--width); height: var(--along); margin: 0 auto var(--between);
}
.flow.wide { --width: 297mm; --height: 210mm; zoom: var(--wide-zoom, 0.5); }
.sheet {
  position: absolute; left: 0; top: calc(var(--index) * (var(--height) + var(--between)));
  width: var(--width); height: var(--height); background: #fff; box-shadow: 0 0 0 1px var(--strong-line);
}
.sheet > p {
  position: absolute; left: var(--margin); right: var(--margin); display: grid; margin: 0;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); column-gap: 6mm;
  font: 7.5pt/10pt Inter, sans-serif; color: #1c1b18; white-space: nowrap;
}
.sheet > .head { top: 9mm; }
.sheet > .foot { bottom: 9mm; }
.sheet .marking { grid-column: 2; font-weight: 600; letter-spacing: 0.18em; }
.sheet .title { overflow: hidden; text-overflow: ellipsis; }
.sheet .pages { text-align: right; font-variant-numeric: tabular-nums; }
.step { position: absolute; width: calc(var(--width) + var(--between)); height: calc(var(--height) + var(--between)); }
.flow-text.briefing {
  background: none; position: absolute; top: var(--margin); left: var(--margin); width: var(--text-width);
  columns: var(--text-width) 1; column-fill: auto;
  column-height: var(--text-height); column-wrap: wrap; gap: calc(2 * var(--margin) + var(--between));
}
.flow-text section.new-page { break-before: column; }
.flow-text thead { break-inside: avoid; }
.flow-text [data-excerpt] { cursor: pointer; }
.flow-text .aimed { background: color-mix(in srgb, #0b5c63 14%, transparent); scroll-margin: 24mm; }
@supports not (column-wrap: wrap) {
  .flow { height: var(--height); width: calc(var(--pages) * (var(--width) + var(--between)) - var(--between)); margin-left: 0; }
  .flow-text { height: var(--text-height); }
  .sheet { top: 0; left: calc(var(--index) * (var(--width) + var(--between))); }
}
`

/**
 * The parts of the printed document, each a flow of pages of its own: the cover, the contents, every landscape section,
 * and the portrait sections between them, a new flow where print starts a new page.
 */
export const flowsOf = (printed: Document, page: Document): HTMLElement[] => {
  const flows: { wide: boolean; parts: Element[] }[] = []
  for (const part of printed.body.children) {
    if (part.localName !== 'main') {
      flows.push({ wide: false, parts: [part] })
      continue
    }
    for (const section of part.children) {
      const wide = section.classList.contains('wide')
      const last = flows.at(-1)
      const continues =
        last !== undefined &&
        !wide &&
        !last.wide &&
        !section.classList.contains('new-page') &&
        last.parts.every(one => one.localName === 'section')
      if (continues && section.localName === 'section') last.parts.push(section)
      else flows.push({ wide, parts: [section] })
    }
  }
  return flows.map(({ wide, parts }) => {
    const flow = page.createElement('div')
    flow.className = wide ? 'flow wide' : 'flow'
    flow.style.setProperty('--pages', '1')
    const text = page.createElement('div')
    text.className = 'flow-text briefing'
    text.append(...parts.map(part => page.importNode(part, true)))
    flow.append(text)
    return flow
  })
}

/** The sheet, counted from 0, that lies `distance` from the start of the first; half a pixel either way is rounding. */
export const sheetAt = (distance: number, step: number): number => Math.max(0, Math.floor((distance + 0.5) / step))

type Sheets = { flow: HTMLElement; sheetOf: (element: Element) => number; count: number }

/** The pieces of a flow after layout: on which sheet an element starts, and how many sheets its text fills. */
const measure = (flow: HTMLElement): Sheets => {
  const text = flow.querySelector('.flow-text') ?? flow
  const start = text.getBoundingClientRect()
  const probe = flow.ownerDocument.createElement('div')
  probe.className = 'step'
  flow.append(probe)
  const step = probe.getBoundingClientRect()
  probe.remove()
  const sheetOfBox = (box: DOMRect) =>
    Math.max(sheetAt(box.top - start.top, step.height), sheetAt(box.left - start.left, step.width))
  const boxes = [...text.children].flatMap(part => [...part.getClientRects()])
  return {
    flow,
    count: 1 + Math.max(0, ...boxes.map(sheetOfBox)),
    sheetOf: element => {
      const [box] = element.getClientRects()
      return box === undefined ? 0 : sheetOfBox(box)
    },
  }
}

type Furniture = { title: string; marking: string; pageOf: (page: number, pages: number) => string }

/**
 * Lays the sheets under the text with what print sets on each, and fills in the page numbers of the contents. Answers
 * the number of pages. Called again whenever the text is laid out anew.
 */
export const laySheets = (root: ShadowRoot, { title, marking, pageOf }: Furniture): number => {
  const measured = [...root.querySelectorAll<HTMLElement>('.flow')].map(measure)
  const pages = measured.reduce((sum, { count }) => sum + count, 0)
  const pageNumbers = new Map<string, number>()
  let before = 0
  for (const { flow, count, sheetOf } of measured) {
    for (const heading of flow.querySelectorAll('[id]')) pageNumbers.set(heading.id, before + sheetOf(heading) + 1)
    flow.style.setProperty('--pages', String(count))
    for (const old of flow.querySelectorAll('.sheet')) old.remove()
    flow.prepend(
      ...Array.from({ length: count }, (_, index) => sheet(index, title, marking, pageOf(before + index + 1, pages))),
    )
    before += count
  }
  for (const entry of root.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const number = entry.querySelector('.contents-page')
    if (number) number.textContent = String(pageNumbers.get(entry.hash.slice(1)) ?? '')
  }
  return pages
}

const sheet = (index: number, title: string, marking: string, pageWords: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = 'sheet'
  element.style.setProperty('--index', String(index))
  const line = (place: string, ...parts: [className: string, words: string][]) => {
    const paragraph = document.createElement('p')
    paragraph.className = place
    for (const [className, words] of parts) {
      const span = document.createElement('span')
      span.className = className
      span.textContent = words
      paragraph.append(span)
    }
    return paragraph
  }
  element.append(
    line('head', ['marking', marking]),
    line('foot', ['title', title], ['marking', marking], ['pages', pageWords]),
  )
  return element
}
