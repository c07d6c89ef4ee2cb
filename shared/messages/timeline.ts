/** Words of the screen “Timeline”. ICU MessageFormat. */
export const timelineMessages = {} as const
