import type { Page } from 'playwright-core'

// What axe-core does not look at. Each answers a line for each fault, none where all is well.

/** What moves although the system asks for stillness (WCAG 2.2, 2.3.3): animations, and transitions that take time. */
export const movingThings = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap(element => {
      const { transitionDuration, animationName } = getComputedStyle(element)
      const takesTime = transitionDuration.split(', ').some(duration => Number.parseFloat(duration) > 0)
      return takesTime || animationName !== 'none' ? [element.outerHTML.slice(0, 120)] : []
    }),
  )

/**
 * Stops of the keyboard that cannot be told from the others while they have the focus (2.4.7), or that then stand
 * outside the window or wholly under something else (2.4.11). Of long lists the first stops are looked at.
 */
export const unseenFocus = async (page: Page): Promise<string[]> => {
  // Only what came by the keyboard draws a ring.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const most = 150
    const above = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'
    const isStop = (element: Element): element is HTMLElement =>
      (element instanceof HTMLElement || element instanceof SVGElement) &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.closest('[inert]') === null &&
      element.checkVisibility({ visibilityProperty: true })
    const stops = [...above.querySelectorAll(selector)].filter(isStop).slice(0, most)
    const drawn = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part)
      const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`
      const { borderColor, boxShadow, backgroundColor, textDecorationLine, opacity, visibility, stroke } = style
      return [outline, borderColor, boxShadow, backgroundColor, textDecorationLine, opacity, visibility, stroke].join()
    }
    const looks = (element: HTMLElement) => {
      // The place within it that the arrows move, where there is one, carries the ring.
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      const around = [element, active, element.parentElement, element.parentElement?.parentElement].filter(
        one => one != null,
      )
      const within = [...element.children].slice(0, 6)
      return [...around, ...within].map(one => drawn(one) + drawn(one, '::after') + drawn(one, '::before')).join('|')
    }
    /** A control that is there for the ear alone stands for what is around it. */
    const shownFor = (element: Element): Element => {
      const { width, height } = element.getBoundingClientRect()
      return width <= 2 && height <= 2 && element.parentElement ? shownFor(element.parentElement) : element
    }
    const isInSight = (stop: Element) => {
      const element = shownFor(stop)
      const own = element.getBoundingClientRect()
      // A line between two panes is as thin as it looks, and is taken hold of beside it.
      const [x, y] = [own.width < 4 ? 3 : 0, own.height < 4 ? 3 : 0]
      const box = new DOMRect(own.x - x, own.y - y, own.width + 2 * x, own.height + 2 * y)
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
      if (right - left < 1 || bottom - top < 1) return false
      return [0.5, 0.1, 0.9].some(across =>
        [0.5, 0.1, 0.9].some(down => {
          const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down)
          return hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label') !== null)
        }),
      )
    }
    return stops.flatMap(element => {
      if (!element.isConnected) return []
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const before = looks(element)
      element.focus()
      if (document.activeElement !== element) return []
      const faults = [
        ...(looks(element) === before ? ['no sign of the focus'] : []),
        ...(isInSight(element) ? [] : ['out of sight']),
      ]
      return faults.map(fault => `${fault}: ${element.outerHTML.slice(0, 140)}`)
    })
  })
}

/** What is pressed, chosen, current or ticked and looks like what is not: in forced colours washes are gone (1.4.1). */
export const alikeThoughChosen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const states = ['aria-pressed', 'aria-selected', 'aria-current', 'aria-checked']
    const isOn = (value: string | null) => value !== null && value !== 'false'
    const drawn = (element: Element) =>
      [null, '::before', '::after']
        .map(part => {
          const style = getComputedStyle(element, part)
          const { backgroundColor, borderTopWidth, borderTopStyle, borderTopColor, borderLeftColor, borderLeftWidth } =
            style
          const { borderBottomColor, borderBottomWidth, outlineStyle, outlineWidth, outlineColor, fontWeight, color } =
            style
          const { textDecorationLine, stroke, strokeWidth, content } = style
          return [
            backgroundColor,
            borderTopWidth,
            borderTopStyle,
            borderTopColor,
            borderLeftColor,
            borderLeftWidth,
            borderBottomColor,
            borderBottomWidth,
            outlineStyle,
            outlineWidth,
            outlineColor,
            fontWeight,
            color,
            textDecorationLine,
            stroke,
            strokeWidth,
            content,
          ].join()
        })
        .join('|')
    const looks = (element: Element) => [element, ...[...element.children].slice(0, 4)].map(drawn).join('/')
    return states.flatMap(state =>
      [...document.querySelectorAll(`[${state}]`)]
        .filter(
          element =>
            isOn(element.getAttribute(state)) && element.checkVisibility() && element !== document.activeElement,
        )
        .flatMap(element => {
          const siblings = [...(element.parentElement?.parentElement ?? document).querySelectorAll(element.tagName)]
          const other = siblings.find(
            one =>
              one !== element &&
              !isOn(one.getAttribute(state)) &&
              one.getAttribute('role') === element.getAttribute('role') &&
              one.classList[0] === element.classList[0] &&
              !one.matches(':disabled') &&
              one.checkVisibility(),
          )
          return other !== undefined && looks(other) === looks(element)
            ? [`${state}: ${element.outerHTML.slice(0, 140)}`]
            : []
        }),
    )
  })

/**
 * Words that lose a part when lines, letters and words are set wider (1.4.12): a heading, a label or a control whose
 * words no longer fit its height and that hides what does not fit.
 */
export const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const selector = 'h1, h2, h3, h4, label, legend, button, a[href], summary, th, td, p, li, dt, dd, span'
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(one => one.checkVisibility())
    const isCut = (element: HTMLElement) => {
      const { overflowY, webkitLineClamp } = getComputedStyle(element)
      if (!['hidden', 'clip'].includes(overflowY) || webkitLineClamp !== 'none' || element.matches('.unseen'))
        return false
      return element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 3
    }
    const before = new Set(all.filter(isCut))
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const cut = all.filter(one => !before.has(one) && isCut(one)).map(one => one.outerHTML.slice(0, 140))
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet)
    return cut
  })
