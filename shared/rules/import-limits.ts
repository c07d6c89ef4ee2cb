/** What an import takes, with and without a window. */

/** More files than this of one import are left out, and said to be. */
export const mostFiles = 50_000

/** Folders within folders; a link that leads back goes on for ever. */
export const mostFolders = 50

/** Files within files within files, as a mail may be attached to a mail. */
export const mostEnclosures = 5

/** Seconds after which a reader of a file that gives no sign of life is given up. */
export const silentSeconds = 30

/** Seconds that one file may take to be read, however busy its reader is. */
export const readingSeconds = 300

/** Seconds between two signs of life. */
export const beatSeconds = 2
