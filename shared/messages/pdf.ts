/** Words of the reader of PDF. ICU MessageFormat. */
export const pdfMessages = {
  'pdf.locked':
    '“{file}” is locked with a password. Open it where the password is known, save it without one and import that.',
  'pdf.damaged':
    '“{file}” is damaged: no page of a PDF can be found in it. Get it again from where it came from, or print it to a new PDF.',
  'pdf.noPages': '“{file}” has no pages, so there is nothing to import.',
  'pdf.noPageReadable': '“{file}” is damaged: none of its pages can be read. Get it again from where it came from.',
  'pdf.tooManyPages':
    '“{file}” has {count, number} pages, the limit is {limit, number}. Split it and import the parts.',
  'pdf.tooMuchText':
    '“{file}” has more than {limit, number} pieces of text, too many to be a document. Split it and import the parts.',
  'pdf.imageOnly':
    '{count, plural, one {Its page is a picture} other {Its # pages are pictures}}: no words of the document can be read, found or quoted. To work with its words, have them recognised (OCR), save the result as PDF and import that as a newer copy of this source.',
  'pdf.somePagesImageOnly':
    '{count, plural, one {Page {pages} is only a picture; its words are not in the text.} other {Pages {pages} are only pictures; their words are not in the text.}}',
  'pdf.pagesUnread':
    '{count, plural, one {Page {pages} is damaged and could not be read.} other {Pages {pages} are damaged and could not be read.}}',
  'pdf.unmapped':
    '{count, plural, one {# character has} other {# characters have}} no meaning given in the PDF; each is shown as the replacement character. Compare with the original page.',
  'pdf.pages': 'Pages of the document',
  'pdf.sheet': 'The page as a picture',
  'pdf.opening': 'Opening …',
  'pdf.page': 'Page {page, number} of {count, number}',
  'pdf.pageBefore': 'The page before',
  'pdf.pageAfter': 'The page after',
  'pdf.undrawable': 'The page cannot be drawn: the PDF is damaged or locked. Save the file and open it elsewhere.',
} as const
