/** Words of the pages of the document beside its text. ICU MessageFormat. */
export const pagesMessages = {
  'pages.toggle': 'Pages of the document beside the text',
  'pages.open': 'Pages',
  'pages.close': 'Close the pages',
  'pages.name': 'Pages of {title}',
  'pages.sheets': 'The pages as they look',
  'pages.labelled': 'Page {label} ({page, number} of {count, number})',
  'pages.go': 'Go to page',
  'pages.of': 'of {count, number}',
  'pages.larger': 'Larger',
  'pages.smaller': 'Smaller',
  'pages.fit': 'Fit to the width',
  'pages.opening': 'Opening the document …',
  'pages.finding': 'Finding the words on the pages …',
  'pages.unfound': 'Highlights cannot be shown on these pages. {reason}',
  'pages.fault': 'The pages cannot be shown. {reason}',
  'pages.undrawn': 'This page cannot be drawn.',
} as const
