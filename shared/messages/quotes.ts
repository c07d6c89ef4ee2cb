/** Words around quoted passages, wherever they are shown. ICU MessageFormat. */
export const quotesMessages = {
  'quotes.open': 'Open the passage',
  'quotes.remove': 'No longer cite',
  'quotes.cite': 'Cite a passage',
  'quotes.find': 'Cite a passage',
  'quotes.placeholder': 'A few words of the passage, or of its source',
  'quotes.none': 'No excerpt says this.',
}
