import { existsSync } from 'node:fs'

/** The shell without the browser around it takes half the processor time: no window, no pages of its own. */
const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** Where the engine stands that the tests drive. `GLOSSATOR_CHROMIUM` names another. */
export const chromiumPath: string = process.env.GLOSSATOR_CHROMIUM ?? known.find(existsSync) ?? '/usr/bin/chromium'
