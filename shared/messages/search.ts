/** Words of the screen “Search”. ICU MessageFormat. */
export const searchMessages = {} as const
