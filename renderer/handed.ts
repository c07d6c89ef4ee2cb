import { hold } from './held.ts'

/** A case that was given to the program from outside and is not open yet; `id` is for `case.openHanded`. */
export type HandedCase = { id: string; fileName: string }

const handed = hold<HandedCase | null>(null)

export const takeHanded = ({ id, fileName }: HandedCase): void => handed.set({ id, fileName })
export const putHandedAway = (): void => handed.set(null)
export const useHanded = handed.use
