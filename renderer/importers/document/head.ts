import type { TextBlock } from '../../../shared/model/text-version.ts'
import { readDate, type StatedDate } from './dates.ts'
import { couldBeHeading, countWords, endsSentence, isProse, sameWords } from './wording.ts'

/** What the top of a document says of itself, and its blocks with title, byline and caption told apart. */
export type Head = {
  blocks: TextBlock[]
  title: string
  authors: string[]
  publisher: string
  url: string
  published: StatedDate | null
  accessed: StatedDate | null
}

/** No head of a document is longer than this many blocks. */
const headLength = 40

const byAlone = /^(?:by|author|authors|written by|автор|von|par)\s*:?$/i
const byNamed = /^(?:by|authors?\s*:|written by|автор\s*:|text\s*:)\s+(?<names>\S.*)$/i
const readingTime = /^(?:reading time:?\s*)?\d{1,3}[\s-]*min(?:ute)?s?\.?(?:\s+read(?:ing)?(?:\s+time)?)?$/i
const labelled =
  /^(?<label>today|accessed|retrieved|last visited|published(?: on)?|posted(?: on)?|date|first published|(?:last )?(?:updated|modified)(?: on)?)\s*[:—–-]?\s+(?<date>.+)$/i
const publishedBy = /^(?:publisher|published by|source|via)\s*:?\s+(?<name>.+)$/i
const address = /^(?:(?:url|source|link|original)\s*:\s*)?(?<url>https?:\/\/\S+)$/i
const imageWords =
  'close-?up|photo(?:graph)?|picture|image|illustration|aerial view|portrait|screenshot|infographic|graphic|map|cover (?:photo|image)|file photo'
const imageDescription = new RegExp(
  `^(?:an?\\s+|the\\s+)?(?:[\\p{L}-]+\\s+){0,2}(?:${imageWords})\\b\\s+[^.]{0,60}?\\b(?:of|shows|showing|depicting|featuring)\\b`,
  'iu',
)
const imageCredit = /^(?:photo(?:graph)?|image|picture|illustration|graphic|map|caption)s?(?: credit| by)?\s*:\s/i

type Part =
  | { says: 'authors'; names: string[] }
  | { says: 'author comes next' | 'reading time' | 'updated' }
  | { says: 'published' | 'accessed'; date: StatedDate }
  | { says: 'publisher' | 'url'; words: string }

/**
 * Reads the blocks above the first running text: which is the title, who wrote it, when, and what describes a picture.
 * Only what is stated counts: an author, a date or a publisher that is not there stays empty.
 */
export function readHead(text: string, blocks: TextBlock[], knownTitle: string): Head {
  const head: Head = {
    blocks: [...blocks],
    title: '',
    authors: [],
    publisher: '',
    url: '',
    published: null,
    accessed: null,
  }
  const wordsOf = (block: TextBlock) => text.slice(block.start, block.end)
  const open: number[] = []
  let authorNext = false
  // What a page shows above its main heading is not its text yet.
  const main = blocks.findIndex(block => block.kind === 'heading' && block.level === 1 && !block.apparatus)
  for (let index = 0; index < Math.min(blocks.length, Math.max(main, 0) + headLength); index += 1) {
    const block = blocks[index]
    if (!block) break
    if (block.apparatus) continue
    const words = wordsOf(block)
    if (endsHead(block, words) && index < main) continue
    if (endsHead(block, words)) break
    const parts: Part[] | null = authorNext ? nameNext(words) : partsOf(words)
    authorNext = parts?.some(part => part.says === 'author comes next') ?? false
    if (parts) {
      for (const part of parts) take(head, part)
      head.blocks[index] = byline(block, parts)
    } else if (isCaption(block, words)) head.blocks[index] = { ...plain(block), kind: 'caption' }
    else if (block.kind !== 'byline') open.push(index)
  }
  chooseTitle(head, open, wordsOf, knownTitle)
  return head
}

const plain = ({ level: _, ...block }: TextBlock): TextBlock => block

const endsHead = (block: TextBlock, words: string) =>
  block.kind === 'table' ||
  block.kind === 'list item' ||
  block.kind === 'code' ||
  (block.kind !== 'heading' && block.kind !== 'byline' && isProse(words) && !isCaption(block, words))

/** A section may well be called "Map of the Region": only a paragraph is taken for a description by its words alone. */
const isCaption = ({ kind }: TextBlock, words: string) =>
  kind === 'caption' ||
  (words.length <= 400 && (imageCredit.test(words) || (kind === 'paragraph' && imageDescription.test(words))))

/** The day of the visit and the reading time belong to the page, not to the document. */
const byline = (block: TextBlock, parts: Part[]): TextBlock => ({
  ...plain(block),
  kind: 'byline',
  apparatus: parts.every(part => part.says === 'reading time' || part.says === 'accessed'),
})

function take(head: Head, part: Part) {
  if (part.says === 'authors') head.authors.push(...part.names.filter(name => !head.authors.includes(name)))
  else if (part.says === 'published') head.published ??= part.date
  else if (part.says === 'accessed') head.accessed ??= part.date
  else if (part.says === 'publisher') head.publisher ||= part.words
  else if (part.says === 'url') head.url ||= part.words
}

/** Reads a line such as "By Jane Roe | 14 March 2025 | 3 min read". Null when part of it is something else. */
function partsOf(words: string): Part[] | null {
  if (words.length > 200) return null
  const whole = partOf(words)
  if (whole) return [whole]
  const parts = words
    .split(/\s*[|•·\n]\s*|\s+[–—-]\s+/u)
    .filter(part => part !== '')
    .map(partOf)
  return parts.length > 1 && parts.every(part => part !== null) ? parts : null
}

function partOf(words: string): Part | null {
  if (byAlone.test(words)) return { says: 'author comes next' }
  if (readingTime.test(words)) return { says: 'reading time' }
  const plainDate = readDate(words)
  if (plainDate) return { says: 'published', date: plainDate }
  const date = labelled.exec(words)?.groups
  const read = date ? readDate(date.date ?? '') : null
  if (date && read) return datePart(date.label ?? '', read)
  const names = namesIn(byNamed.exec(words)?.groups?.names ?? '')
  if (names.length > 0) return { says: 'authors', names }
  const url = address.exec(words)?.groups?.url
  if (url) return { says: 'url', words: url }
  const publisher = publishedBy.exec(words)?.groups?.name
  return publisher && countWords(publisher) <= 6 && !endsSentence(publisher)
    ? { says: 'publisher', words: publisher }
    : null
}

function datePart(label: string, date: StatedDate): Part {
  if (/today|accessed|retrieved|visited/i.test(label)) return { says: 'accessed', date }
  return /updated|modified/i.test(label) ? { says: 'updated' } : { says: 'published', date }
}

function nameNext(words: string): Part[] | null {
  const names = namesIn(words)
  return names.length > 0 ? [{ says: 'authors', names }] : partsOf(words)
}

const particle = /^(?:de|da|di|du|del|der|den|van|von|la|le|el|al|bin|ibn|ter|zu|y|dos)$/
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u

/** The names in a byline, or none when the words do not look like names. */
export function namesIn(words: string): string[] {
  const names = words
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*/u)
    .map(name => name.trim())
    .filter(name => name !== '')
  return names.every(isName) ? names : []
}

const isName = (name: string) => {
  const words = name.split(/\s+/)
  return (
    words.length <= 5 &&
    words.some(word => nameWord.test(word)) &&
    words.every(word => nameWord.test(word) || particle.test(word))
  )
}

/** The title is the block that the file names as such, else a heading of the first level, else the first short line of three words or more. */
function chooseTitle(head: Head, open: number[], wordsOf: (block: TextBlock) => string, knownTitle: string) {
  const candidates = open.flatMap(index => {
    const block = head.blocks[index]
    return block ? [{ index, block, words: wordsOf(block) }] : []
  })
  const canBeTitle = candidates.filter(({ block, words }) => block.kind === 'heading' || couldBeHeading(words))
  const chosen =
    canBeTitle.find(({ words }) => knownTitle !== '' && sameWords(words, knownTitle)) ??
    canBeTitle.find(({ block }) => block.kind === 'heading' && block.level === 1) ??
    canBeTitle.find(({ words }) => countWords(words) >= 3) ??
    canBeTitle.find(({ block }) => block.kind === 'heading')
  if (!chosen) return
  head.title = chosen.words.replace(/\n[=~-]{3,}$/, '').replace(/\s+/g, ' ')
  for (const { index, block, words } of candidates) {
    if (index === chosen.index) head.blocks[index] = { ...plain(block), kind: 'title' }
    // Said a second time, the title is furniture of the page.
    else if (sameWords(words, chosen.words)) head.blocks[index] = { ...plain(block), kind: 'title', apparatus: true }
    // A short line above the title is the name of a section or of the paper.
    else if (index < chosen.index && countWords(words) < 3) head.blocks[index] = { ...plain(block), kind: 'byline' }
  }
}
