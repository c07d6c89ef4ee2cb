import { ensureBuild } from '../../main/setup/build.mjs'
import { hasDisplay, startVirtualDisplay } from '../../main/setup/display.mjs'

/** Builds the app when its files have changed, and gives it a display when there is none. */
export const setup = async (): Promise<(() => void) | undefined> => {
  await ensureBuild()
  return hasDisplay ? undefined : startVirtualDisplay()
}
