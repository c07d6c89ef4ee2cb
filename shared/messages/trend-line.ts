/** Words of the line of a risk through time. ICU MessageFormat. */
export const trendLineMessages = {
  'trendLine.title': 'The course of the risk',
  'trendLine.chart': 'The course of {ref} since {first}: arrows go from step to step',
  'trendLine.likelihood': 'Likelihood',
  'trendLine.words': 'The course in words',
  'trendLine.scored': '{kind} scoring: {level}, {word}, {low}–{high} %',
  'trendLine.moved': '{was} → {status}',
  'trendLine.reviewed': 'Review: {outcome}',
  'trendLine.step': '{date}: {what}',
  'trendLine.now': 'now',
}
