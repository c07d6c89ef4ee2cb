import type { Statement } from '../../../shared/model/source.ts'
import type { TextBlock } from '../../../shared/model/text-version.ts'
import { type BylinePart, closingNames, readByline, readBylineNext } from './byline.ts'
import { type Dateline, leadingDateline } from './dateline.ts'
import { type Mark, statedAuthors, statedDate, statedWords } from './statements.ts'
import { couldBeHeading, countWords, isProse, sameWords, saysTitle } from './wording.ts'

/** What a document says of itself at its top and in its last lines, and its blocks with title, byline and caption told apart. */
export type Head = {
  blocks: TextBlock[]
  title: string
  /** True when the title is marked as such, or is one that the document gives itself elsewhere; else it is only the first line that could be one. */
  titleMarked: boolean
  statements: Statement[]
}

/** No head of a document is longer than this many blocks, and no closing lines are more than these. */
const headLength = 40
const closingLength = 6

const imageWords =
  'close-?up|photo(?:graph)?|picture|image|illustration|aerial view|portrait|screenshot|infographic|graphic|map|cover (?:photo|image)|file photo'
const imageDescription = new RegExp(
  `^(?:an?\\s+|the\\s+)?(?:[\\p{L}-]+\\s+){0,2}(?:${imageWords})\\b\\s+[^.]{0,60}?\\b(?:of|shows|showing|depicting|featuring)\\b`,
  'iu',
)
const imageCredit = /^(?:photo(?:graph)?|image|picture|illustration|graphic|map|caption)s?(?: credit| by)?\s*:\s/i

/**
 * Reads the blocks above the first running text: which is the title, who wrote it, when, and what describes a picture;
 * and the dateline and the closing credits of the running text.
 * Only what is stated counts: an author, a date or a publisher that is not there stays empty.
 */
export function readHead(text: string, blocks: TextBlock[], knownTitles: readonly string[]): Head {
  const head: Head = { blocks: [...blocks], title: '', titleMarked: false, statements: [] }
  const wordsOf = (block: TextBlock) => text.slice(block.start, block.end)
  const open: number[] = []
  const said: BylinePart[] = []
  let authorNext = false
  // What a page shows above its main heading is not its text yet.
  const main = blocks.findIndex(block => block.kind === 'heading' && block.level === 1 && !block.apparatus)
  for (let index = 0; index < Math.min(blocks.length, Math.max(main, 0) + headLength); index += 1) {
    const block = blocks[index]
    if (!block) break
    if (block.apparatus) continue
    const words = wordsOf(block)
    const parts: BylinePart[] | null = authorNext ? readBylineNext(words) : readByline(words)
    const ends = endsHead(block, words) && !(parts && block.kind === 'list item')
    if (ends && index < main) continue
    if (ends) {
      const dateline = block.kind === 'paragraph' ? leadingDateline(words) : null
      if (dateline) said.push({ says: 'dateline', dateline })
      said.push(...belowLead(head, index, wordsOf))
      break
    }
    authorNext = parts?.some(part => part.says === 'author comes next') ?? false
    if (parts) {
      said.push(...parts)
      head.blocks[index] = byline(block, parts)
    } else if (isCaption(block, words)) head.blocks[index] = { ...plain(block), kind: 'caption' }
    else if (block.kind !== 'byline') open.push(index)
  }
  chooseTitle(head, open, wordsOf, knownTitles)
  const closing = blocks
    .slice(-closingLength)
    .filter(block => !block.apparatus && block.kind === 'paragraph')
    .flatMap(block => closingNames(wordsOf(block)))
  head.statements = [...statementsOf(said), ...statedAuthors(closing, inText('closing credit'))]
  return head
}

/** How many blocks below the first running text a byline may stand: a lead of one or two paragraphs comes before it. */
const leadLength = 2

/** The byline under a lead. There only what names authors counts: a date alone may be one that the text tells of. */
function belowLead(head: Head, index: number, wordsOf: (block: TextBlock) => string): BylinePart[] {
  for (let at = index + 1; at <= index + leadLength; at += 1) {
    const block = head.blocks[at]
    const parts = block && !block.apparatus && block.kind !== 'heading' ? readByline(wordsOf(block)) : null
    if (!block || !parts?.some(part => part.says === 'authors')) continue
    head.blocks[at] = byline(block, parts)
    return parts
  }
  return []
}

const inText = (mark: string): Mark => ({ origin: 'text', mark })

/** What the parts of the bylines and the dateline state. Names in several lines are one list of authors. */
function statementsOf(parts: BylinePart[]): Statement[] {
  const names = parts.flatMap(part => (part.says === 'authors' ? part.names : []))
  return [...statedAuthors(names, inText('byline')), ...parts.flatMap(statementOf)]
}

function statementOf(part: BylinePart): Statement[] {
  switch (part.says) {
    case 'published':
    case 'accessed':
      return statedDate(part.says, part.date, inText(part.label.toLowerCase() || 'byline'))
    case 'updated':
      return statedDate('published', part.date, inText(part.label.toLowerCase()))
    case 'publisher':
    case 'url':
      return statedWords(part.says, part.words, inText('byline'))
    case 'dateline':
      return datelineSaid(part.dateline)
    default:
      return []
  }
}

const datelineSaid = ({ date, agency }: Dateline): Statement[] => [
  ...statedDate('published', date, inText('dateline')),
  ...statedWords('publisher', agency, inText('dateline')),
]

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
const byline = (block: TextBlock, parts: BylinePart[]): TextBlock => ({
  ...plain(block),
  kind: 'byline',
  apparatus: parts.every(part => part.says === 'reading time' || part.says === 'accessed'),
})

/** The title is the block that the file names as such, else a heading of the first level, else the first short line of three words or more. */
function chooseTitle(
  head: Head,
  open: number[],
  wordsOf: (block: TextBlock) => string,
  knownTitles: readonly string[],
) {
  const candidates = open.flatMap(index => {
    const block = head.blocks[index]
    return block ? [{ index, block, words: wordsOf(block) }] : []
  })
  const canBeTitle = candidates.filter(({ block, words }) => block.kind === 'heading' || couldBeHeading(words))
  const marked =
    candidates.find(({ block }) => block.kind === 'title') ??
    canBeTitle.find(({ words }) => knownTitles.some(known => sameWords(words, known))) ??
    canBeTitle.find(({ block }) => block.kind === 'heading' && block.level === 1) ??
    canBeTitle.find(({ words }) => knownTitles.some(known => saysTitle(known, words)))
  const chosen =
    marked ??
    canBeTitle.find(({ words }) => countWords(words) >= 3) ??
    canBeTitle.find(({ block }) => block.kind === 'heading')
  if (!chosen) return
  head.title = chosen.words.replace(/\n[=~-]{3,}$/, '').replace(/\s+/g, ' ')
  head.titleMarked = marked !== undefined
  for (const { index, block, words } of candidates) {
    if (index === chosen.index) head.blocks[index] = { ...plain(block), kind: 'title' }
    // Said a second time, the title is furniture of the page.
    else if (sameWords(words, chosen.words)) head.blocks[index] = { ...plain(block), kind: 'title', apparatus: true }
    // A short line above the title is the name of a section or of the paper.
    else if (index < chosen.index && countWords(words) < 3) head.blocks[index] = { ...plain(block), kind: 'byline' }
  }
}
