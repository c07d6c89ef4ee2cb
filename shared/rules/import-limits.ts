/** What an import takes, with and without a window. */

/** More files than this of one import are left out, and said to be. */
export const mostFiles = 50_000

/** Folders within folders; a link that leads back goes on for ever. */
export const mostFolders = 50

/** Files within files within files, as a mail may be attached to a mail. */
export const mostEnclosures = 5

/** Seconds that one file may take to be read. */
export const readingSeconds = 30
