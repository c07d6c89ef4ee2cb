/** Words of the readers of office documents, books and spreadsheets. ICU MessageFormat. */
export const officeMessages = {
  'office.noDocument':
    '“{file}” is an archive without a document of this kind in it. Open it in its program and save it again.',
  'office.deletedWords': 'Deleted: {words}',
  'office.hiddenWords': 'Hidden: {words}',
  'office.deletions':
    'Changes are tracked: they are shown as accepted, and {count, plural, one {a deletion is} other {# deletions are}} set apart.',
  'office.hiddenText': 'The document has hidden words; they are set apart.',
  'office.comments': '{count, plural, one {A comment is} other {# comments are}} set apart.',
  'office.objects': '{count, plural, one {An embedded object was} other {# embedded objects were}} not read.',
  'office.lockedBook': '“{file}” is locked by the shop it comes from, so it cannot be read.',
  'office.missingChapters':
    '{count, plural, one {A chapter that the book lists is} other {# chapters that the book lists are}} not in the file.',
  'office.tooManyCells': '“{file}” has more than {limit, number} cells, too many to be read as a text.',
  'office.hiddenSheets':
    '{count, plural, one {The sheet {names} is} other {The sheets {names} are}} hidden in the file.',
  'office.formulaWithoutValue':
    '{count, plural, one {A formula has} other {# formulas have}} no value in the file; the formula is shown.',
} as const
