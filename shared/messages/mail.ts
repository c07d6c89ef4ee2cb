/** Words of the importer of mails. ICU MessageFormat. */
export const mailMessages = {
  'mail.tooDeep': '“{file}” could not be imported: its parts are nested deeper than {limit, number} levels.',
  'mail.tooManyParts': '“{file}” could not be imported: it has more than {limit, number} parts, too many for a mail.',
  'mail.headTooLarge':
    '“{file}” could not be imported: its head is larger than {limit, number} kB, too large for a mail.',
  'mail.encrypted':
    'The mail is encrypted ({how}): only its head could be read. Decrypt it in your mail program, save it again and import that.',
  'mail.signed': 'The mail is signed ({how}); the signature was not checked.',
  'mail.sealed':
    'The mail lies within its signature ({how}) and could not be read. Open it in your mail program, save it as plain text and import that.',
  'mail.piece':
    'The mail is one piece of a larger one that was cut up to be sent. Put the pieces together in your mail program and import the whole.',
  'mail.noWords': 'The mail has no words of its own; its text is its head.',
  'mail.versionsDiffer':
    'The mail holds its words twice, as plain text and as a web page, and they differ; the fuller one was read ({which}).',
  'mail.attachmentsLeft':
    'The mail has {count, number} attachments; only the first {limit, number} were taken. Save the others from your mail program.',
  'mail.attachment': 'attachment {number}',
} as const
