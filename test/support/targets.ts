import type { Page } from 'playwright-core'

/**
 * Targets of the pointer under 24 × 24 CSS px (WCAG 2.2, 2.5.8), with the exceptions of the criterion: a small one whose
 * circle of 24 px meets no other target and no circle of another small one, and a link within a line of words.
 * Unlike axe-core it also looks at what takes a press without a stop of the keyboard, as the lines of a list to pick from.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 24
    const roles = [
      'button',
      'option',
      'menuitem',
      'menuitemradio',
      'tab',
      'gridcell',
      'checkbox',
      'radio',
      'switch',
      'slider',
    ]
    const controls =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, label:has(input[type="checkbox"], input[type="radio"])'
    const selector = `${controls}, ${roles.map(role => `[role="${role}"]`).join(', ')}`
    const above = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[inert]') === null
    // A box of a few pixels inside a label is pressed with its words.
    const isInLabel = (element: Element) => element.matches('input') && element.closest('label') !== null
    const isInLine = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false
      const around = element.parentElement?.textContent?.trim() ?? ''
      return around.length > (element.textContent?.trim() ?? '').length
    }
    const inSight = (element: Element) => {
      const box = element.getBoundingClientRect()
      return (
        box.width > 1 &&
        box.height > 1 &&
        box.bottom > 0 &&
        box.right > 0 &&
        box.top < innerHeight &&
        box.left < innerWidth
      )
    }
    const all = [...above.querySelectorAll(selector)].filter(one => isShown(one) && inSight(one) && !isInLabel(one))
    const targets = all.map(element => ({ element, box: element.getBoundingClientRect() }))
    const small = targets.filter(
      ({ element, box }) => (box.width < least - 0.01 || box.height < least - 0.01) && !isInLine(element),
    )
    const middle = (box: DOMRect) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
    const meetsBox = (from: DOMRect, box: DOMRect) => {
      const { x, y } = middle(from)
      const away = Math.hypot(
        x - Math.max(box.left, Math.min(x, box.right)),
        y - Math.max(box.top, Math.min(y, box.bottom)),
      )
      return away < least / 2 - 0.01
    }
    const meetsCircle = (from: DOMRect, other: DOMRect) => {
      const [a, b] = [middle(from), middle(other)]
      return Math.hypot(a.x - b.x, a.y - b.y) < least - 0.01
    }
    const isWithin = (a: Element, b: Element) => a.contains(b) || b.contains(a)
    return small
      .filter(({ element, box }) =>
        targets.some(
          other =>
            other.element !== element &&
            !isWithin(element, other.element) &&
            (small.includes(other) ? meetsCircle(box, other.box) : meetsBox(box, other.box)),
        ),
      )
      .map(
        ({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 140)}`,
      )
  })
