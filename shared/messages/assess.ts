/** Words of what scores a risk, and of all that one risk shows. ICU MessageFormat. */
export const assessMessages = {}
