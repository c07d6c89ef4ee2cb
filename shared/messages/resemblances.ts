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

  'resemblances.group': 'Sources',
  'resemblances.heading': 'May not be independent',
  'resemblances.findAll': 'Compare every source with every other',
  'resemblances.foundAll':
    '{found, plural, =0 {No source resembles another that was not known to} one {# new resemblance found. It is shown at both of its sources.} other {# new resemblances found. Each is shown at both of its sources.}}',
  'resemblances.kindSame': 'same article',
  'resemblances.kindRelay': 'relay',
  'resemblances.likeness': '{percent, number} % alike',
  'resemblances.stateProposed': 'to decide',
  'resemblances.stateConfirmed': 'one origin',
  'resemblances.stateDismissed': 'independent',
  'resemblances.compare': 'Compare',
  'resemblances.compareWith': 'Compare with “{title}”',

  'resemblances.title': '“{first}” beside “{second}”',
  'resemblances.comparing': 'Comparing the texts',
  'resemblances.emphasis': 'Show',
  'resemblances.differences': 'what differs',
  'resemblances.shared': 'what stands in both',
  'resemblances.previousDifference': 'Previous difference',
  'resemblances.nextDifference': 'Next difference',
  'resemblances.previousShared': 'Previous shared passage',
  'resemblances.nextShared': 'Next shared passage',
  'resemblances.atDifference':
    '{at, plural, =0 {{count, plural, =0 {No difference but in signs and spaces} one {# difference} other {# differences}}} other {Difference # of {count, number}}}',
  'resemblances.atShared':
    '{at, plural, =0 {{count, plural, =0 {No shared passage} one {# shared passage} other {# shared passages}}} other {Passage # of {count, number}}}',
  'resemblances.only': 'only here',
  'resemblances.changed': 'other words',
  'resemblances.moved': 'elsewhere in the other',
  'resemblances.inBoth': 'in both',
  'resemblances.toOther': 'To its place in the other text',
  'resemblances.confirm': 'One origin',
  'resemblances.confirmWhy': 'Both go back to one origin: their claims count once',
  'resemblances.dismiss': 'Independent',
  'resemblances.dismissWhy': 'Each reported for itself: not proposed again',
  'resemblances.reopen': 'Decide again',
  'resemblances.join': 'Join as newer text',
  'resemblances.joinWhy':
    'The second becomes the newest text version of the first and is no source of its own any more',
  'resemblances.joined': 'The newer copy is now a text version of “{title}”.',
  'resemblances.whichOrigin': 'Origin',
  'resemblances.newOrigin': 'named after “{title}”',
} as const
