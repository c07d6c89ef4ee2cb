import { say } from './say.ts'

/** The engine that prints, by its Chromium major: what it can do is known from that alone. */
export type PrintEngine = { chromium: number }

/** Tagged PDF comes with Electron 28, its bookmarks (only together with tags) with Electron 29. */
const taggedSince = 120
const outlineSince = 122

export const canTag = (engine: PrintEngine): boolean => engine.chromium >= taggedSince
export const canOutline = (engine: PrintEngine): boolean => engine.chromium >= outlineSince

/** What this engine cannot do, a sentence each; bookmarks are not among them, because `finishPdf` makes those it has not. */
export const degradedSentences = (engine: PrintEngine): string[] =>
  canTag(engine) ? [] : [say('briefing.degradedTags', { chromium: engine.chromium })]
