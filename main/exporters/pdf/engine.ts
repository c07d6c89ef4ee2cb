import { say } from '../../say.ts'

/** The engine that prints, by its Chromium major: what it can do is known from that alone. */
export type PrintEngine = { chromium: number }

/**
 * Prints one document; the host's `printPdf`. An empty `header` and `footer`: the document brings its own in the margins.
 * `tagged` false: a trial, of which only the places are read.
 */
export type Print = (html: string, options: { header: string; footer: string; tagged?: boolean }) => Promise<Uint8Array>

/** The one way to a print: what prints, and what it can do. */
export type PdfEngine = PrintEngine & { print: Print }

/** The engine of a host. */
export const pdfEngine = async (host: { printPdf: Print; engine(): Promise<PrintEngine> }): Promise<PdfEngine> => ({
  chromium: (await host.engine()).chromium,
  print: host.printPdf,
})

/** Tagged PDF comes with Electron 28, its bookmarks (only together with tags) with Electron 29. */
const taggedSince = 120
/**
 * Older engines turn a named page but lay its content out for the first page's size, and cut off what does not fit
 * (seen on 114; 131 is where pages of several sizes are known to be laid out each for its own).
 */
const turnedPagesSince = 131

/** Margin boxes of `@page`, and counters in them. */
const marginBoxesSince = 131

export const canTag = (engine: PrintEngine): boolean => engine.chromium >= taggedSince

export const canTurnPages = (engine: PrintEngine): boolean => engine.chromium >= turnedPagesSince

export const hasMarginBoxes = (engine: PrintEngine): boolean => engine.chromium >= marginBoxesSince

/** What this engine cannot do, a sentence each; bookmarks are not among them, because `finishPdf` makes those it has not. */
export const degradedSentences = (engine: PrintEngine): string[] =>
  [
    canTag(engine) ? '' : say('briefing.degradedTags', { chromium: engine.chromium }),
    hasMarginBoxes(engine) ? '' : say('briefingPdf.degradedRunning', { chromium: engine.chromium }),
    canTurnPages(engine) ? '' : say('briefing.degradedPages', { chromium: engine.chromium }),
  ].filter(sentence => sentence !== '')
