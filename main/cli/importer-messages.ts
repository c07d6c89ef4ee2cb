/** To the process that reads a file. */
export type ImportRequest = { fileName: string; bytes: Uint8Array }

/** And back. The draft is checked before it is believed. */
export type ImportAnswer = { draft: unknown } | { refusal: string }
