import type { TextBlock } from '../../../shared/model/text-version.ts'

/** The line over an earlier mail, as the programs of several languages write it. */
const original =
  /^[-_\s]*(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|исходное сообщение|оригинальное сообщение|wiadomość oryginalna)[-_\s]*:?$/i
const forwarded =
  /^[->_\s]*(?:begin forwarded message|forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré|mensaje reenviado|messaggio inoltrato|пересылаемое сообщение|переслане повідомлення|forwarded by .{1,80})[-_\s]*:?$/i
const forwardedSubject = /^(?:fwd?|wg|tr|rv|i)\s*:/i

/** The head of an earlier mail copied into the text: who, and on the next lines when and to whom. */
const copiedHead =
  /^\*?(?:from|von|de|da|van|od|от|від)\*?\s*:\*?[^\n]{1,300}\n\s*\*?(?:sent|date|to|gesendet|datum|an|envoyé|date|à|enviado|fecha|para|inviato|verzonden|wysłano|data|отправлено|дата|кому|надіслано)\*?\s*:/i

const wrote =
  /(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|napisał\(?a?\)?|пишет|написал\(?а?\)?|пише|написа[вл]а?)\s*[^\n]{0,80}:$/i

const signature = /^(?:--|—)$/
const listFooter = /^[_]{20,}/

/** Where a part begins that is not the writer's own: the number of its first block. */
type Borders = { signature: number; earlier: number; forwarded: number }

/**
 * Sets apart what a mail carries of earlier mails and the signature below it. A mail that somebody forwards is what the
 * mail is about, and stays; so do quotations that the writer answers one by one, marked as quotations.
 */
export function setMailApart(text: string, blocks: TextBlock[], subject: string): TextBlock[] {
  const borders = bordersOf(text, blocks, subject)
  return blocks.map((block, index) => {
    if (index >= borders.forwarded) return block
    if (index >= borders.earlier) {
      return { ...block, ...(block.kind === 'table' ? {} : { kind: 'quotation' as const }), apparatus: true }
    }
    return index >= borders.signature ? signed(block) : block
  })
}

/** The name and the office below a mail look like headings and are none. */
const signed = ({ level: _, ...block }: TextBlock): TextBlock => ({
  ...block,
  kind: block.kind === 'heading' ? 'paragraph' : block.kind,
  apparatus: true,
})

function bordersOf(text: string, blocks: TextBlock[], subject: string): Borders {
  const borders: Borders = { signature: blocks.length, earlier: blocks.length, forwarded: blocks.length }
  const wordsOf = (block: TextBlock) => text.slice(block.start, block.end)
  // Without words of the writer's own, what follows is the mail.
  let own = false
  for (const [index, block] of blocks.entries()) {
    const words = wordsOf(block)
    const short = words.slice(0, 200)
    if (forwarded.test(short)) return { ...borders, forwarded: index }
    const copied = copiedHead.test(text.slice(block.start, block.start + 700).replace(/\n+/g, '\n'))
    if (copied && (forwardedSubject.test(subject) || !own)) return { ...borders, forwarded: index }
    const begins =
      own && (copied || original.test(short) || (endsAttribution(words) && quotedToTheEnd(blocks, index, wordsOf)))
    if (begins) return { ...borders, earlier: index }
    if (own && block.kind === 'quotation' && quotedToTheEnd(blocks, index - 1, wordsOf))
      return { ...borders, earlier: index }
    if (borders.signature === blocks.length && (signature.test(words) || listFooter.test(words)))
      borders.signature = index
    own ||= block.kind !== 'quotation'
  }
  return borders
}

const endsAttribution = (words: string) => words.length <= 400 && wrote.test(words)

/** True when nothing but quotations, and a signature at most, follows a block. */
function quotedToTheEnd(blocks: TextBlock[], after: number, wordsOf: (block: TextBlock) => string): boolean {
  const rest = blocks.slice(after + 1)
  const end = rest.findIndex(block => signature.test(wordsOf(block)) || listFooter.test(wordsOf(block)))
  const quoted = end === -1 ? rest : rest.slice(0, end)
  return quoted.length > 0 && quoted.every(({ kind }) => kind === 'quotation')
}
