import { type Flow, flowsOf, forgetLayout } from './sheets.ts'

/** The markup that each part on the page was made of. The page itself is written to: numbers of pages, what is aimed at. */
const madeOf = new WeakMap<Element, string>()

/** What a part is known by from one drawing to the next: its block, or its place in the document (cover, contents). */
const nameOf = (part: Element): string => part.getAttribute('data-block') ?? `${part.localName} ${part.className}`

const keyOf = ({ wide, parts }: Flow): string => `${wide ? 'wide' : 'upright'} ${parts.map(nameOf).join(' ')}`

const newPart = (part: Element, markup: string): Element => {
  const made = document.importNode(part, true)
  madeOf.set(made, markup)
  return made
}

const newFlow = ({ wide, parts }: Flow): HTMLElement => {
  const flow = document.createElement('div')
  flow.className = wide ? 'flow wide' : 'flow'
  flow.style.setProperty('--pages', '1')
  const text = document.createElement('div')
  text.className = 'flow-text briefing'
  text.append(...parts.map(part => newPart(part, part.outerHTML)))
  flow.append(text)
  return flow
}

/** Puts the parts that changed in the place of those that stand in a flow. */
const renew = (flow: HTMLElement, { parts }: Flow): void => {
  const there = [...(flow.querySelector('.flow-text')?.children ?? [])]
  parts.forEach((part, index) => {
    const old = there[index]
    const markup = part.outerHTML
    if (old === undefined || madeOf.get(old) === markup) return
    old.replaceWith(newPart(part, markup))
    forgetLayout(flow)
  })
}

/** The style sheet of the document and the document without it. */
const taken = (html: string): { style: string; printed: Document } => {
  // Taken out before parsing: the policy of the page would report the style element even in a document that is never shown.
  const [element = '', style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  return { style, printed: new DOMParser().parseFromString(html.replace(element, ''), 'text/html') }
}

const styles = new WeakMap<ShadowRoot, string>()

const dress = (root: ShadowRoot, style: string, pageStyle: string): void => {
  if (styles.get(root) === style) return
  styles.set(root, style)
  root.adoptedStyleSheets = [style, pageStyle].map(text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  for (const flow of root.children) forgetLayout(flow)
}

/**
 * Draws the printed document into a shadow root, one flow of pages after the other. Of a document that was drawn before
 * only the parts that changed are made anew (test/journeys/briefing-pages.test.ts).
 */
export const drawPages = (root: ShadowRoot, html: string, pageStyle: string): void => {
  const { style, printed } = taken(html)
  dress(root, style, pageStyle)
  const known = new Map([...root.children].map(flow => [flow.getAttribute('data-flow') ?? '', flow as HTMLElement]))
  const flows = flowsOf(printed).map(plan => {
    const key = keyOf(plan)
    const there = known.get(key)
    known.delete(key)
    if (there) {
      renew(there, plan)
      return there
    }
    const made = newFlow(plan)
    made.setAttribute('data-flow', key)
    return made
  })
  for (const gone of known.values()) gone.remove()
  flows.forEach((flow, index) => {
    if (root.children[index] !== flow) root.insertBefore(flow, root.children[index] ?? null)
  })
}
