/** Words of the archives and XML documents that office files, books and saved pages are made of. ICU MessageFormat. */
export const archiveMessages = {
  'archive.damaged':
    '“{file}” is damaged: it is cut off or its parts do not unpack. Fetch it again from where it came.',
  'archive.tooManyFiles': '“{file}” holds more than {limit, number} files, too many to be a document.',
  'archive.tooLarge': '“{file}” unpacks to more than {limit, number} MB, too much to be a document.',
  'archive.ratio':
    '“{file}” unpacks to more than {limit, number} times its size: it is made to fill a computer’s memory and was not unpacked.',
  'archive.nameTooDeep':
    '“{file}” holds a file with a name longer or deeper than {limit, number} folders, which no document has.',
  'archive.twice': '“{file}” is damaged: it holds the part “{name}” twice.',
  'archive.encrypted': '“{file}” is protected by a password. Open it in its program, save it without, and import that.',
  'archive.unknownMethod': '“{file}” is packed in a way that cannot be read. Save it again from its program.',
  'xml.malformed':
    '“{file}” is damaged: its part “{part}” is not well-formed XML. Open it in its program and save it again.',
} as const
