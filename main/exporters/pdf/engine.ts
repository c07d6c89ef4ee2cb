import { say } from '../../say.ts'

/** The engine that prints, by its Chromium major: what it can do is known from that alone. */
export type PrintEngine = { chromium: number }

/** Prints one document; the host's `printPdf`. */
export type Print = (html: string, options: { header: string; footer: string }) => Promise<Uint8Array>

/** Tagged PDF comes with Electron 28, its bookmarks (only together with tags) with Electron 29. */
const taggedSince = 120
/**
 * Older engines turn a named page but lay its content out for the first page's size, and cut off what does not fit
 * (seen on 114; 131 is where pages of several sizes are known to be laid out each for its own).
 */
const turnedPagesSince = 131

export const canTag = (engine: PrintEngine): boolean => engine.chromium >= taggedSince

export const canTurnPages = (engine: PrintEngine): boolean => engine.chromium >= turnedPagesSince

/** What this engine cannot do, a sentence each; bookmarks are not among them, because `finishPdf` makes those it has not. */
export const degradedSentences = (engine: PrintEngine): string[] =>
  [
    canTag(engine) ? '' : say('briefing.degradedTags', { chromium: engine.chromium }),
    canTurnPages(engine) ? '' : say('briefing.degradedPages', { chromium: engine.chromium }),
  ].filter(sentence => sentence !== '')
