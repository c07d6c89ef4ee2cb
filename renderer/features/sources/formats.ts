/** What a file is called by the people who have it, by its media type. */
const names: Record<string, string> = {
  'text/plain': 'text',
  'text/markdown': 'Markdown',
  'text/html': 'web page',
  'multipart/related': 'web archive',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.oasis.opendocument.text': 'OpenDocument',
  'application/rtf': 'RTF',
  'text/rtf': 'RTF',
  'application/epub+zip': 'EPUB',
  'message/rfc822': 'mail',
  'text/csv': 'table',
  'text/tab-separated-values': 'table',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/x-subrip': 'transcript',
  'text/vtt': 'transcript',
}

/** A media type in a word; what has none is named as it is. */
export const formatOf = (mediaType: string): string => {
  const [plain = ''] = mediaType.split(';')
  return names[plain.trim()] ?? plain.trim()
}
