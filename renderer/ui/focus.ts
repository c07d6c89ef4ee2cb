import { useEffect } from 'react'

/** Gives the keyboard a place again whenever a change of the screen has taken away the element that held the focus. */
export const useKeptFocus = (target: () => HTMLElement | null): void => {
  useEffect(() => {
    if (document.activeElement === document.body) target()?.focus()
  })
}
