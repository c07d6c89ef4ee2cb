const isGroup = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.dataset.to !== undefined

/**
 * The groups of blocks of a text on the page, in order. They are the children of its element; the many elements within
 * them are searched only where a text stands deeper.
 */
export const groupsOn = (root: ParentNode): readonly HTMLElement[] =>
  isGroup(root.firstElementChild)
    ? [...root.children].filter(isGroup)
    : [...root.querySelectorAll<HTMLElement>('[data-to]')]
