/** Words about sources that may not be independent of each other. ICU MessageFormat. */
export const resemblancesMessages = {
  'resemblances.sameReason':
    '{percent, number} % of the shorter text stands in the other too; the longest passage has {longest, number} words in a row.',
  'resemblances.relayReason':
    '{words, number} words stand in both, in {passages, plural, one {one passage} other {# passages}}; the longest has {longest, number} words.',
  'resemblances.quotingReason': '“{title}” quotes {words, number} words that “{quote}” has as its own.',
  'resemblances.namedReason': '“{title}” names the other as its origin: “{phrase}”. Both are about one subject.',
  'resemblances.bothReason':
    '“{title}” names the other as its origin (“{phrase}”), and {words, number} words stand in both.',
  'resemblances.unnamedLineage': 'One origin',
  'resemblances.finding': 'Comparing every source with every other',
} as const
