import type { TextRange } from '../../../shared/model/text-version.ts'
import { firstNotPassed } from './halving.ts'

// Attributes, not `dataset`: an object of all of an element's names is made for each look at that.
const isGroup = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.hasAttribute('data-to')

/** Offset at which the words of a group begin. */
export const fromOf = (group: Element): number => Number(group.getAttribute('data-from'))

/** Offset at which the words of a group end. */
export const toOf = (group: Element): number => Number(group.getAttribute('data-to'))

/**
 * The groups of blocks of a text on the page, in order. They are the children of its element; the many elements within
 * them are searched only where a text stands deeper.
 */
export const groupsOn = (root: ParentNode): readonly HTMLElement[] =>
  isGroup(root.firstElementChild)
    ? [...root.children].filter(isGroup)
    : [...root.querySelectorAll<HTMLElement>('[data-to]')]

/** Those of the groups, in order, that a stretch of the text touches. */
export const touchedBy = (groups: readonly HTMLElement[], { start, end }: TextRange): readonly HTMLElement[] =>
  groups.slice(
    firstNotPassed(groups, group => toOf(group) <= start),
    firstNotPassed(groups, group => fromOf(group) < end),
  )
