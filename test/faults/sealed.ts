import { newSeal, type Seal } from '../../main/store/disk/sealed-format.ts'
import type { Store } from './session.ts'

/** Little work: what a passphrase costs is not what is tried here. */
export const cheap = { n: 16, r: 1, p: 1 }

export const testSeal = (): Promise<Seal> => newSeal('a passphrase', cheap)

/** A store whose cases are all under one seal. */
export const sealedStore = ({ openCase }: Store, seal: Seal): Store => ({
  openCase: (path, options = {}) => openCase(path, { ...options, seal }),
})
