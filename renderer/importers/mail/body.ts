import { say } from '../../say.ts'
import { signedContent } from './cms.ts'
import { fileNameOf, type MailPart, readParts, typeOf } from './parts.ts'

/** What the parts of a mail are for. */
export type MailBody = {
  /** The words, piece by piece; of one piece there may be several versions. */
  pieces: MailPart[][]
  attachments: MailPart[]
  /** What cannot be read or was not checked, each a sentence. */
  warnings: string[]
}

/**
 * Tells the words of a mail from what is attached to it, from the signature over it and from what is encrypted.
 * @throws NotImported when parts that lie within signatures are beyond the limits of a mail
 */
export async function bodyOf(root: MailPart): Promise<MailBody> {
  const body: MailBody = { pieces: [], attachments: [], warnings: [] }
  await sort(root, body, 0)
  return body
}

/** Signatures around signatures: two are usual, and a mail has no reason for more than a few. */
const mostSeals = 5

async function sort(part: MailPart, body: MailBody, seals: number): Promise<void> {
  const type = typeOf(part)
  if (type === 'multipart/encrypted' || type === 'application/pgp-encrypted')
    body.warnings.push(say('mail.encrypted', { how: 'PGP/MIME' }))
  else if (type === 'multipart/signed') {
    body.warnings.push(say('mail.signed', { how: howSigned(part) }))
    // The second part is the signature itself.
    for (const child of part.childNodes.slice(0, 1)) await sort(child, body, seals)
  } else if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) await unseal(part, body, seals)
  else if (type === 'multipart/alternative') await sortVersions(part, body, seals)
  else if (type === 'message/partial') body.warnings.push(say('mail.piece'))
  else if (part.contentType.multipart) for (const child of part.childNodes) await sort(child, body, seals)
  else if (isWords(part)) body.pieces.push([part])
  else if (!isShownPicture(part)) body.attachments.push(part)
}

/** S/MIME wraps a mail in its signature, or encrypts it, under one type. */
async function unseal(part: MailPart, body: MailBody, seals: number) {
  const within = seals < mostSeals ? signedContent(new Uint8Array(part.content ?? new ArrayBuffer(0))) : null
  const isSigned = /^(?:signed-data|certs-only)$/i.test(part.contentType.parsed.params['smime-type'] ?? '')
  if (within === null) body.warnings.push(say(isSigned ? 'mail.sealed' : 'mail.encrypted', { how: 'S/MIME' }))
  else {
    body.warnings.push(say('mail.signed', { how: 'S/MIME' }))
    await sort(await readParts(within), body, seals + 1)
  }
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
async function sortVersions(part: MailPart, body: MailBody, seals: number) {
  const words: MailPart[] = []
  for (const child of part.childNodes) {
    const version: MailBody = { pieces: [], attachments: [], warnings: [] }
    await sort(child, version, seals)
    words.push(...version.pieces.flat())
    body.attachments.push(...version.attachments.filter(one => typeOf(one) !== 'text/x-amp-html'))
    body.warnings.push(...version.warnings)
  }
  if (words.length > 0) body.pieces.push(words)
}
