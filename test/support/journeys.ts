import { afterEach, expect } from 'vitest'
import { type Journey, type JourneyOptions, startJourney } from './journey.ts'

/** For a file of journeys that begin at one address: starts one, which ends with its test, and without an error of the page. */
export const journeysAt = (address?: string): ((options?: JourneyOptions) => Promise<Journey>) => {
  let journey: Journey | null = null
  afterEach(async () => {
    const errors = journey?.errors ?? []
    await journey?.close()
    journey = null
    expect(errors).toEqual([])
  })
  return async (options = {}) => {
    journey = await startJourney({ ...(address === undefined ? {} : { address }), ...options })
    return journey
  }
}
