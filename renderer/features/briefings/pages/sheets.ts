/** A flow of pages of its own: upright or landscape, and the parts of the printed document that stand in it. */
export type Flow = { wide: boolean; parts: Element[] }

/**
 * The parts of the printed document by the flows that they stand in: the cover, the contents, every landscape section,
 * and the portrait sections between them, a new flow where print starts a new page.
 */
export const flowsOf = (printed: Document): Flow[] => {
  const flows: Flow[] = []
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
  return flows
}

/** The sheet, counted from 0, that lies `distance` from the start of the first; half a pixel either way is rounding. */
export const sheetAt = (distance: number, step: number): number => Math.max(0, Math.floor((distance + 0.5) / step))

type Measured = { count: number; sheetOf: (element: Element) => number }

/** The pieces of a flow after layout: on which sheet an element starts, and how many sheets its text fills. */
const measure = (flow: HTMLElement): Measured => {
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
    count: 1 + Math.max(0, ...boxes.map(sheetOfBox)),
    sheetOf: element => {
      const [box] = element.getClientRects()
      return box === undefined ? 0 : sheetOfBox(box)
    },
  }
}

/** What was measured of a flow, until its text changes: how many sheets it fills, and the sheet of everything with a name. */
type Laid = { count: number; named: Map<string, number> }

const laid = new WeakMap<Element, Laid>()

/** To be measured again: its text is another, or may break elsewhere. */
export const forgetLayout = (flow: Element): void => void laid.delete(flow)

const layoutOf = (flow: HTMLElement): Laid => {
  const known = laid.get(flow)
  if (known) return known
  const { count, sheetOf } = measure(flow)
  const named = new Map([...flow.querySelectorAll('[id]')].map(one => [one.id, sheetOf(one)]))
  const now = { count, named }
  laid.set(flow, now)
  return now
}

export type Furniture = { title: string; marking: string; pageOf: (page: number, pages: number) => string }

/**
 * Lays the sheets under the text with what print sets on each, and fills in the page numbers of the contents. Answers
 * the page of everything that has a name, and the number of pages. Only flows that changed are measured.
 */
export const laySheets = (
  root: ShadowRoot,
  { title, marking, pageOf }: Furniture,
): { pages: number; pageNumbers: Map<string, number> } => {
  const flows = [...root.querySelectorAll<HTMLElement>('.flow')].map(flow => ({ flow, ...layoutOf(flow) }))
  const pages = flows.reduce((sum, { count }) => sum + count, 0)
  const pageNumbers = new Map<string, number>()
  let before = 0
  for (const { flow, count, named } of flows) {
    for (const [id, sheet] of named) pageNumbers.set(id, before + sheet + 1)
    flow.style.setProperty('--pages', String(count))
    const there = [...flow.children].filter(one => one.classList.contains('sheet'))
    for (const spare of there.slice(count)) spare.remove()
    for (let index = 0; index < count; index++) {
      // Under the text, which comes after them.
      const one = there[index] ?? flow.insertBefore(emptySheet(index), flow.querySelector('.flow-text'))
      furnish(one, title, marking, pageOf(before + index + 1, pages))
    }
    before += count
  }
  for (const entry of root.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const number = entry.querySelector('.contents-page')
    const words = String(pageNumbers.get(entry.hash.slice(1)) ?? '')
    if (number && number.textContent !== words) number.textContent = words
  }
  return { pages, pageNumbers }
}

const emptySheet = (index: number): HTMLElement => {
  const sheet = document.createElement('div')
  sheet.className = 'sheet'
  sheet.style.setProperty('--index', String(index))
  const line = (place: string, ...names: string[]) => {
    const paragraph = document.createElement('p')
    paragraph.className = place
    for (const name of names) {
      const span = document.createElement('span')
      span.className = name
      paragraph.append(span)
    }
    return paragraph
  }
  sheet.append(line('head', 'marking'), line('foot', 'title', 'marking', 'pages'))
  return sheet
}

const furnish = (sheet: Element, title: string, marking: string, pageWords: string): void => {
  const words: Record<string, string> = { title, marking, pages: pageWords }
  for (const span of sheet.querySelectorAll('span')) {
    const said = words[span.className] ?? ''
    if (span.textContent !== said) span.textContent = said
  }
}
