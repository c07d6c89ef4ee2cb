/** Words of the reviews of risks. ICU MessageFormat. */
export const reviewsMessages = {}
