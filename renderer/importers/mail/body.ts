import { say } from '../../say.ts'
import { fileNameOf, type MailPart, typeOf } from './parts.ts'

/** What the parts of a mail are for. */
export type MailBody = {
  /** The words, piece by piece; of one piece there may be several versions. */
  pieces: MailPart[][]
  attachments: MailPart[]
  /** What cannot be read or was not checked, each a sentence. */
  warnings: string[]
}

/** Tells the words of a mail from what is attached to it, from the signature over it and from what is encrypted. */
export function bodyOf(root: MailPart): MailBody {
  const body: MailBody = { pieces: [], attachments: [], warnings: [] }
  sort(root, body)
  return body
}

function sort(part: MailPart, body: MailBody) {
  const type = typeOf(part)
  if (type === 'multipart/encrypted') body.warnings.push(say('mail.encrypted', { how: 'PGP/MIME' }))
  else if (type === 'multipart/signed') {
    body.warnings.push(say('mail.signed', { how: howSigned(part) }))
    // The second part is the signature itself.
    for (const child of part.childNodes.slice(0, 1)) sort(child, body)
  } else if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    const sealed = /^(?:signed-data|certs-only)$/i.test(part.contentType.parsed.params['smime-type'] ?? '')
    body.warnings.push(say(sealed ? 'mail.sealed' : 'mail.encrypted', { how: 'S/MIME' }))
  } else if (type === 'multipart/alternative') sortVersions(part, body)
  else if (type === 'application/pgp-encrypted') body.warnings.push(say('mail.encrypted', { how: 'PGP/MIME' }))
  else if (type === 'message/partial') body.warnings.push(say('mail.piece'))
  else if (part.contentType.multipart) for (const child of part.childNodes) sort(child, body)
  else if (isWords(part)) body.pieces.push([part])
  else if (!isShownPicture(part)) body.attachments.push(part)
}

const howSigned = (part: MailPart) =>
  /pgp/i.test(part.contentType.parsed.params.protocol ?? '') ? 'PGP/MIME' : 'S/MIME'

const isWords = (part: MailPart) =>
  /^text\/(?:plain|html)$/.test(typeOf(part)) &&
  part.contentDisposition.parsed.value !== 'attachment' &&
  fileNameOf(part) === ''

/** A picture that the words show at its place, such as a logo: no text is read from pictures. */
const isShownPicture = (part: MailPart) =>
  typeOf(part).startsWith('image/') &&
  (part.contentId ?? '') !== '' &&
  part.contentDisposition.parsed.value !== 'attachment'

/** The parts are versions of the same words; what is attached within one of them is attached to the mail. */
function sortVersions(part: MailPart, body: MailBody) {
  const versions = part.childNodes.map(child => {
    const version: MailBody = { pieces: [], attachments: [], warnings: [] }
    sort(child, version)
    return version
  })
  const words = versions.flatMap(({ pieces }) => pieces.flat())
  if (words.length > 0) body.pieces.push(words)
  body.attachments.push(
    ...versions.flatMap(({ attachments }) => attachments.filter(one => typeOf(one) !== 'text/x-amp-html')),
  )
  body.warnings.push(...versions.flatMap(({ warnings }) => warnings))
}
