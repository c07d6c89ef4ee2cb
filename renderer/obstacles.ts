import type { Obstacle } from '../shared/contract/safety.ts'
import { hold } from './held.ts'

const obstacle = hold<Obstacle | null>(null)

/** A case cannot be opened as usual: the page says why and offers the ways. The last one met stands. */
export const meetObstacle = (next: Obstacle): void => obstacle.set(next)
export const leaveObstacle = (): void => obstacle.set(null)
export const useObstacle = obstacle.use
