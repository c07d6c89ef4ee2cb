import { call, written } from './api.ts'
import { hold } from './held.ts'

/** How each piece of work under way is stopped where nothing is half done; it returns when it has. */
type Stop = () => Promise<void>

const underWay = hold<readonly Stop[]>([])
const leaving = hold(false)

/** True from the moment when the window is to close. */
export const useIsLeaving = leaving.use

/** Says that something is under way which is more than one call, such as an import of many files. Returns how to say that it is over. */
export const beginWork = (stop: Stop): (() => void) => {
  underWay.set([...underWay.read(), stop])
  return () => underWay.set(underWay.read().filter(one => one !== stop))
}

/** Whether something would be cut short if the page were loaded anew. */
export const useIsAtWork = (): boolean => underWay.use().length > 0

/** What is typed is saved when its field loses the focus, so the case that it belongs to gets it first. */
export const leaveFields = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** Brings everything to rest: words that stand in a field are saved, what is under way stops, what was asked to be written is. */
export const comeToRest = async (): Promise<void> => {
  leaveFields()
  // What a field saves once the page has heard of the change of focus.
  await new Promise(resolve => setTimeout(resolve))
  await Promise.all(underWay.read().map(stop => stop()))
  await written()
}

/** Tells the window that it may close, once everything is at rest. */
export const leave = async (): Promise<void> => {
  if (leaving.read()) return
  leaving.set(true)
  await comeToRest()
  await call('program.left', {})
}
