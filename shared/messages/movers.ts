/** Words of what moved in the register between two moments. ICU MessageFormat. */
export const moversMessages = {
  'movers.turned': 'The earlier of the two moments comes first.',
}
