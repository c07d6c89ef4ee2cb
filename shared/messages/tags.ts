/** Words of the screen “Tags”. ICU MessageFormat. */
export const tagsMessages = {} as const
