/** Words of the screen “Excerpts”. ICU MessageFormat. */
export const excerptsMessages = {} as const
