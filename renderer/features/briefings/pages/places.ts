import type { Part } from '../aim.ts'

/** How far down the pane the line is at which the analyst is taken to read. */
const readingLine = 0.3

const partsOf = (root: ShadowRoot): Element[] => [...root.querySelectorAll('.cover, [data-block]')]

const firstBox = (element: Element): DOMRect => element.getClientRects()[0] ?? element.getBoundingClientRect()

export const partOf = (element: Element): Part =>
  element.classList.contains('cover') ? 'cover' : (element.getAttribute('data-block') as Part)

const partElement = (root: ShadowRoot, part: Part): HTMLElement | null =>
  root.querySelector<HTMLElement>(part === 'cover' ? '.cover' : `[data-block="${part}"]`)

/** The part that stands at the reading line of the pane: the last one that begins above it. */
export const partRead = (root: ShadowRoot, pane: HTMLElement): Element | null => {
  const box = pane.getBoundingClientRect()
  const line = box.top + box.height * readingLine
  const parts = partsOf(root)
  return parts.findLast(part => firstBox(part).top <= line) ?? parts[0] ?? null
}

/** The sheet that most is seen of, counted from 0. */
export const sheetRead = (root: ShadowRoot, pane: HTMLElement): number => {
  const box = pane.getBoundingClientRect()
  const middle = { x: box.left + box.width / 2, y: box.top + box.height * 0.45 }
  const sheets = [...root.querySelectorAll('.sheet')]
  const distance = (sheet: Element) => {
    const { left, right, top, bottom } = sheet.getBoundingClientRect()
    return Math.max(0, left - middle.x, middle.x - right) + Math.max(0, top - middle.y, middle.y - bottom)
  }
  const distances = sheets.map(distance)
  return Math.max(0, distances.indexOf(Math.min(...distances)))
}

/**
 * Runs a change of the pages under the analyst's eyes: the part that is read keeps its place in the pane, however much
 * more or less stands above it now.
 */
export const keepingPlace = (root: ShadowRoot, pane: HTMLElement, change: () => void): void => {
  const read = partRead(root, pane)
  const before = read && { part: partOf(read), top: firstBox(read).top }
  change()
  const now = before && partElement(root, before.part)
  if (!now) return
  const by = firstBox(now).top - before.top
  if (Math.abs(by) > 0.5) pane.scrollTop += by
}

/** Runs a change of the size of the sheets: what is read stays at the reading line. */
export const keepingSheet = (pane: HTMLElement, change: () => void): void => {
  const root = pane.shadowRoot
  const sheet = root?.querySelectorAll('.sheet')[sheetRead(root, pane)]
  const line = () => {
    const box = pane.getBoundingClientRect()
    return box.top + box.height * readingLine
  }
  const before = sheet?.getBoundingClientRect()
  const share = before === undefined || pane.scrollTop === 0 ? null : (line() - before.top) / before.height
  change()
  const now = sheet?.getBoundingClientRect()
  if (share !== null && now) pane.scrollTop += now.top + share * now.height - line()
}

/** Marks the part that is shown with a line in the margin. */
export const markShown = (root: ShadowRoot, part: Part | null): void => {
  const next = part === null ? null : partElement(root, part)
  for (const old of root.querySelectorAll('.shown')) if (old !== next) old.classList.remove('shown')
  next?.classList.add('shown')
}

/** Brings a part into view: from its first line on, unless that can be read already. False where no page has it yet. */
export const showPart = (root: ShadowRoot, pane: HTMLElement, part: Part): boolean => {
  const element = partElement(root, part)
  if (element === null) return false
  const [box, frame] = [firstBox(element), pane.getBoundingClientRect()]
  const isRead = box.top >= frame.top && box.top <= frame.top + frame.height * 0.5
  if (!isRead) pane.scrollTop += box.top - frame.top - 24
  if (box.right > frame.right || box.left < frame.left) pane.scrollLeft += box.left - frame.left - 24
  return true
}

/** Brings a place of the preview into view and marks it until the next one is wanted. */
export const aimAt = (root: ShadowRoot, target: HTMLElement | null): void => {
  root.querySelector('.aimed')?.classList.remove('aimed')
  target?.classList.add('aimed')
  target?.scrollIntoView({ block: 'center', inline: 'center' })
}
