/** Words of the source apparatus: the drafted statement, short references, lost passages. */
export const apparatusMessages = {
  'apparatus.cited':
    '{all, select, true {This briefing cites {held, plural, one {the one source} other {all # sources}} of the case: {kinds}.} other {This briefing cites {count, plural, one {one} other {#}} of the {held} sources of the case: {kinds}.}}',
  'apparatus.age':
    '{days, plural, =0 {The newest is of the day of the information cut-off.} one {The newest is one day older than the information cut-off.} other {The newest is # days older than the information cut-off.}}',
  'apparatus.noClaims': 'No claim has been drawn from them.',
  'apparatus.relayed':
    '{count, plural, one {One of the origins is relayed by others and known by name: {origins}.} other {# of the origins are relayed by others and known by name: {origins}.}}',
  'apparatus.foremost': 'Of the {passages} passages cited, {count} stand in {sources}.',
  'apparatus.unanswered':
    '{count, plural, one {One of {terms, plural, one {# term} other {# terms}} is answered by none of them.} other {# of {terms, plural, one {# term} other {# terms}} are answered by none of them.}}',
  'apparatus.uncited': '{count, plural, one {One of them is not cited here.} other {# of them are not cited here.}}',
  'apparatus.further':
    'The case holds {count, plural, one {one further source that is} other {# further sources that are}} not cited here.',
  'apparatus.setAside':
    '{count, plural, one {One claim was set aside and is not counted.} other {# claims were set aside and are not counted.}}',
  'apparatus.accessed': 'accessed {date}',
  'apparatus.page': 'p. {page}',
  'apparatus.seeNote': 'note {note}',
} as const
