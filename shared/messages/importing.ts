/** Words of the importers: refusals and warnings, each a sentence that names the file or the words it is about. ICU MessageFormat. */
export const importingMessages = {
  'importing.unknownKind':
    '“{file}” cannot be imported: its name does not end in .txt, .md, .html or .htm. Save it as text, Markdown or a web page and import that.',
  'importing.notText':
    '“{file}” cannot be imported: it is not text ({what}). Plain text, Markdown and web pages (.txt, .md, .html, .htm) can be.',
  'importing.zeroBytes': 'it holds zero bytes',
  'importing.pdf': 'it is a PDF',
  'importing.archive': 'it is a ZIP archive or an office document',
  'importing.tooLarge': '“{file}” is too large to import: it has {size, number} MB, the limit is {limit, number} MB.',
  'importing.empty': '“{file}” has no words in it, so there is nothing to import.',
  'importing.tooDeep': '“{file}” is nested too deep to be a document: more than {limit, number} levels.',
  'importing.tooManyElements': '“{file}” has more than {limit, number} elements, too many to be a document.',
  'importing.unreadable': '“{file}” could not be read: {reason}. Save it again as plain text and import that.',
  'importing.encodingGuessed':
    'The bytes are not UTF-8 and the file does not name its encoding; it was read as Windows-1252. Check names and quotation marks.',
  'importing.encodingBroken':
    'Some bytes do not fit the encoding {encoding}; each is shown as the replacement character.',
  'importing.ambiguousDate': 'The date “{stated}” can be read as {first} or as {second}; choose one.',
  'importing.titleShortened': 'The title was longer than {limit, number} characters and was shortened.',
} as const
