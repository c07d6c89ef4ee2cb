/** Words of the starter catalogue and of the list of terms. ICU MessageFormat. */
export const catalogueMessages = {
  'catalogue.copyOf': '{name} (copy)',
  'catalogue.open': 'Start from the catalogue',
  'catalogue.openMenu': 'Terms from the catalogue …',
  'catalogue.title': 'Catalogue of terms: minerals or investment agreement',
  'catalogue.search': 'Search names, questions and answers',
  'catalogue.chooseAll': 'Choose all',
  'catalogue.chooseNone': 'Choose none',
  'catalogue.nothing':
    'No term of the catalogue has these words. A term of your own is made in the matrix, by “New term”.',
  'catalogue.onlyChosen': 'Show the chosen only',
  'catalogue.chosen': '{count, number} of {all, number} chosen',
  'catalogue.take': '{count, plural, =0 {Take terms} one {Take # term} other {Take # terms}}',
  'catalogue.taken': '{count, plural, one {# term} other {# terms}} taken from the catalogue.',
  'catalogue.inCategory': '{free, number} of {all, number} not in the case',
  'catalogue.there': 'in the case',
}
