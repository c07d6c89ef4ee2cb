/** To the process that reads a file: its bytes in slices, then its name. */
export type ToImporter = { bytes: Uint8Array } | { fileName: string }

/** And back. The draft is checked before it is believed. */
export type ImportAnswer =
  | { draft: unknown; enclosed: unknown }
  | { references: unknown; warnings: unknown }
  | { refusal: string }
