import { createContext, useContext } from 'react'

const Why = createContext<string | null>(null)

/** Around what may be fixed: the sentence says why nothing in it can be changed; null where everything can. */
export const Fixed = Why.Provider

/** Why nothing here can be changed, or null. Controls that change something are off while there is a reason. */
export const useWhyFixed = (): string | null => useContext(Why)
