/** Words of the line of a risk through time. ICU MessageFormat. */
export const trendLineMessages = {}
