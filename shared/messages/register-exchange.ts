/** Words of registers that come in and go out: spreadsheets, tables of values, JSON. ICU MessageFormat. */
export const registerExchangeMessages = {
  'registerExchange.fileName': '{name} register',
  'registerExchange.aboutTitle': '{name}: the register of risks',
  'registerExchange.drawn': 'Drawn up on {day} by {analyst}.',
  'registerExchange.counts':
    '{risks, plural, one {# risk} other {# risks}}, {assessments, plural, one {# scoring} other {# scorings}}, {reviews, plural, one {# review} other {# reviews}}.',
  'registerExchange.roundTrip':
    'The sheets hold every field and can be read in again. Rows are recognised by their id; a row without an id is a new record, or the risk of its ref. What is recorded once (scorings, moves, reviews) is never changed by reading in.',
  'registerExchange.sheet.about': 'about',
  'registerExchange.sheet.risk': 'risks',
  'registerExchange.sheet.assessment': 'assessments',
  'registerExchange.sheet.move': 'moves',
  'registerExchange.sheet.action': 'actions',
  'registerExchange.sheet.indicator': 'indicators',
  'registerExchange.sheet.review': 'reviews',
  'registerExchange.sheet.criteria': 'criteria',
}
