import { existsSync } from 'node:fs'

const browser = '/usr/bin/chromium'
const shell = '/usr/bin/chromium-headless-shell'

/**
 * The engine that the tests drive, without the browser around it: no window, no pages of its own, half the processor time.
 * `GLOSSATOR_CHROMIUM` names another.
 */
export const drivenChromium: string = process.env.GLOSSATOR_CHROMIUM ?? (existsSync(shell) ? shell : browser)

/** The engine that prints: the shell sets spaced capitals so that they are read letter by letter. */
export const printingChromium: string = process.env.GLOSSATOR_CHROMIUM ?? browser
