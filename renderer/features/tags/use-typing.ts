import { useEffect, useState } from 'react'

const isField = (element: Element | null) => element?.matches('input, textarea, select') ?? false

/** Whether the keyboard is in a field. */
export const useTyping = (): boolean => {
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    const look = () => setTyping(isField(document.activeElement))
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return typing
}
