import { type RefObject, useLayoutEffect } from 'react'
import { hold } from '../held.ts'

const standing = hold<readonly HTMLDialogElement[]>([])

/**
 * Shows a dialog over the page for as long as its component stands. It is closed before it leaves the page: an element
 * that is already gone gives no focus back.
 */
export const useModal = (dialog: RefObject<HTMLDialogElement | null>): void =>
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    if (!element.open) element.showModal()
    standing.set([...standing.read(), element])
    return () => {
      standing.set(standing.read().filter(one => one !== element))
      element.close()
    }
  }, [dialog])

/** The dialog above all others. What is said outside it reaches nobody: the page behind it is inert, for the ear too. */
export const useTopmostDialog = (): HTMLDialogElement | null => standing.use().at(-1) ?? null
