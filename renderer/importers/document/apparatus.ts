import type { TextBlock } from '../../../shared/model/text-version.ts'
import { countWords, isProse } from './wording.ts'

/** Lines that open a part which is not the document's: what comes under them to the end is set apart too. */
const opener =
  /^(?:you (?:may|might) also (?:like|enjoy)|related (?:articles|posts|stories|content|news|topics|reading)|recommended(?: for you| reading)?|more (?:from|on|stories)\b.*|leave a (?:reply|comment)|(?:post|add|write) a comment|(?:\d+ )?comments?|join the (?:conversation|discussion)|subscribe\b.*|sign up\b.*|(?:our |free )?newsletter|post navigation|share (?:this|on|via)\b.*|about the author|latest (?:news|articles|posts)|popular (?:now|posts)|trending(?: now)?)\s*:?$/i

/** Lines that are furniture by themselves, wherever they stand. */
const furniture =
  /^(?:advertisement|advertising|sponsored(?: content)?|share|print|copy link|skip to (?:main )?content|back to top|menu|search|log ?in|sign in|previous(?: (?:post|article))?|next(?: (?:post|article))?|loading\b.*|follow us\b.*|(?:read|see|watch) (?:more|also|next)\b.{0,140})\s*:?$/i

const networks = new Set(
  'facebook whatsapp twitter x linkedin pinterest telegram reddit email e-mail instagram youtube tumblr mastodon bluesky threads viber messenger flipboard pocket vk tiktok weibo'.split(
    ' ',
  ),
)

/** Sentences of publishers about their page. */
const notice =
  /your e-?mail address will not be published|required fields are marked|all rights reserved|(?:^|\s)©|\bcopyright \d{4}|article (?:is|was) submitted by|infring\w+ (?:up)?on (?:your |any )?copyright|(?:accept|uses?) (?:all )?cookies|subscribe to (?:our|the) .{0,30}newsletter|save my name, e-?mail|terms of (?:use|service) and privacy|sign up for our/i

type Sign = 'opener' | 'furniture' | 'network' | 'notice' | null

/** What may follow an opener and still be apparatus, as a share of the text. */
const tailShare = 0.3

/**
 * Sets apart what belongs to the page and not to the document: share buttons, newsletters, comment forms, notices, links
 * to other articles. Nothing is removed: the blocks keep their place and get `apparatus: true`.
 */
export function setApart(text: string, blocks: TextBlock[]): TextBlock[] {
  const signs = blocks.map(block => signOf(text.slice(block.start, block.end)))
  const tail = Math.min(tailByOpener(text, blocks, signs), tailByEnd(text, blocks, signs))
  const listed = (index: number) =>
    signs[index] === 'network' && (signs[index - 1] === 'network' || signs[index + 1] === 'network')
  return blocks.map((block, index) => {
    const sign = signs[index]
    const alone = sign === 'furniture' || sign === 'notice' || sign === 'opener' || listed(index)
    const own = block.kind === 'title' || block.kind === 'byline'
    return index >= tail || (alone && !own) ? { ...block, apparatus: true } : block
  })
}

function signOf(words: string): Sign {
  if (words.length <= 160) {
    const line = words.replace(/\s+/g, ' ')
    if (networks.has(line.toLowerCase())) return 'network'
    if (opener.test(line) && countWords(line) <= 10) return 'opener'
    if (furniture.test(line)) return 'furniture'
  }
  return words.length <= 1200 && notice.test(words) ? 'notice' : null
}

/** The first opener with little text left after it. */
function tailByOpener(text: string, blocks: TextBlock[], signs: Sign[]): number {
  const from = text.length * (1 - tailShare)
  const index = blocks.findIndex((block, at) => signs[at] === 'opener' && block.start >= from)
  return index === -1 ? blocks.length : index
}

/** From the end up to the first running text: the topmost sign on that way. */
function tailByEnd(text: string, blocks: TextBlock[], signs: Sign[]): number {
  let tail = blocks.length
  for (let index = blocks.length - 1; index > 0; index -= 1) {
    const block = blocks[index]
    if (!block || block.kind === 'title' || block.kind === 'byline') break
    if (signs[index] !== null) tail = index
    else if (block.kind === 'table' || block.kind === 'list item' || isProse(text.slice(block.start, block.end))) break
  }
  return tail
}
