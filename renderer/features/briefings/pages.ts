/** A4 with the margins of the printed briefing; the columns of a flow are the text areas of its pages. */
export const pageStyle = `
:host { display: block; }
.flow {
  --width: 210mm; --height: 297mm; --margin: 22mm; --between: 8mm; --pages: 1;
  position: relative; zoom: 0.62; margin: 0 0 8mm 0;
  width: calc(var(--pages) * (var(--width) + var(--between))); height: var(--height);
  background: repeating-linear-gradient(to right, #fff 0 var(--width), transparent var(--width) calc(var(--width) + var(--between)));
}
.flow.wide { --width: 297mm; --height: 210mm; }
.flow-text {
  position: absolute; top: var(--margin); left: var(--margin);
  width: calc(var(--width) - 2 * var(--margin)); height: calc(var(--height) - 2 * var(--margin));
  columns: calc(var(--width) - 2 * var(--margin)) 1; column-gap: calc(2 * var(--margin) + var(--between)); column-fill: auto;
}
.flow-text section.new-page { break-before: column; }
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
    const text = page.createElement('div')
    text.className = 'flow-text briefing'
    text.append(...parts.map(part => page.importNode(part, true)))
    flow.append(text)
    return flow
  })
}
