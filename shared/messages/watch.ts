/** Words of what is watched: indicators and their board. ICU MessageFormat. */
export const watchMessages = {
  'watch.indicatorOf': 'Indicator:',
}
