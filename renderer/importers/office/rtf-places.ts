import { say } from '../../say.ts'
import { type Numerals, numeral } from '../document/numerals.ts'
import type { BlockPart } from '../document/text-writer.ts'
import { flowWriter } from './flow.ts'
import { type Story, story, type Written } from './rtf-story.ts'

/** How characters stand: part of the text, hidden, or deleted while changes were tracked. */
export type Standing = { bold: boolean; hidden: boolean; deleted: boolean }

/**
 * Where the text of a file goes: into the document, or into a note, a comment, a box, the head or foot of a page, each
 * begun within the text and ended by the function that its beginning answers.
 */
export type RtfPlaces = {
  met: { deletions: number; hidden: number; comments: number }
  story(): Story
  isBody(): boolean
  add(words: string, standing: Standing): void
  paragraph(part: BlockPart, inTable: boolean): void
  cell(): void
  /** The next number of a note stands here; a note without one brings its own sign. */
  noteMark(): void
  noteIsEndnote(numerals?: Numerals): void
  beginNote(): () => void
  beginFurniture(isFoot: boolean): () => void
  beginComment(author: string): () => void
  beginBox(): () => void
  finish(part: BlockPart): ReturnType<ReturnType<typeof flowWriter>['finish']>
}

const plain: BlockPart = { kind: 'paragraph', apparatus: false }

export function rtfPlaces(): RtfPlaces {
  const flow = flowWriter()
  const met = { deletions: 0, hidden: 0, comments: 0 }
  const endnotes: Written[][] = []
  const feet: Written[][] = []
  const furniture = new Set<string>()
  const counts = { footnote: 0, endnote: 0 }
  let endnoteNumerals: Numerals = 'decimal'
  let asides = { deleted: '', hidden: '' }
  let markSeen = false
  let isEndnote = false

  const put = (written: Written) => {
    if (written.pageBefore) flow.page()
    if ('rows' in written) flow.table(written.rows, written.head, false)
    else flow.block(written.words, written.part)
  }
  const body = story(put)
  let current = body

  const setAside = (words: string) => flow.after(() => flow.block(words, { kind: 'paragraph', apparatus: true }))
  const keepAsides = () => {
    const { deleted, hidden } = asides
    asides = { deleted: '', hidden: '' }
    if (deleted.trim() !== '') {
      met.deletions += 1
      setAside(say('office.deletedWords', { words: deleted.trim() }))
    }
    if (hidden.trim() !== '') {
      met.hidden += 1
      setAside(say('office.hiddenWords', { words: hidden.trim() }))
    }
  }

  const begin = (end: (written: Written[]) => void) => {
    const written: Written[] = []
    const inner = story(one => written.push(one))
    const outer = { current, asides }
    current = inner
    asides = { deleted: '', hidden: '' }
    return () => {
      keepAsides()
      inner.end(plain)
      current = outer.current
      asides = outer.asides
      end(written)
    }
  }

  const as = (written: Written, part: Partial<BlockPart>): Written =>
    'rows' in written ? written : { ...written, part: { ...written.part, ...part } }

  return {
    met,
    story: () => current,
    isBody: () => current === body,
    add(words, { bold, hidden, deleted }) {
      if (deleted) asides.deleted += words
      else if (hidden) asides.hidden += words
      else current.add(words, bold)
    },
    paragraph(part, inTable) {
      keepAsides()
      current.paragraph(part, inTable)
    },
    cell() {
      keepAsides()
      current.cell()
    },
    noteMark: () => {
      markSeen = true
    },
    noteIsEndnote: numerals => {
      if (numerals) endnoteNumerals = numerals
      else isEndnote = true
    },
    beginNote() {
      const numbered = markSeen
      markSeen = false
      isEndnote = false
      return begin(written => {
        const kind = isEndnote ? 'endnote' : 'footnote'
        isEndnote = false
        markSeen = false
        if (numbered) counts[kind] += 1
        const mark = numbered ? `[${numeral(counts[kind], kind === 'endnote' ? endnoteNumerals : 'decimal')}]` : ''
        current.add(mark, true)
        const note = written.map(one => as(one, { kind: 'footnote' }))
        const first = note.find(one => 'words' in one && one.words.trim() !== '')
        if (first && 'words' in first && mark !== '') first.words = `${mark} ${first.words.trimStart()}`
        if (kind === 'endnote') endnotes.push(note)
        else flow.after(() => note.forEach(put))
      })
    },
    beginFurniture: isFoot =>
      begin(written => {
        // Sections repeat the heads and feet of their pages.
        const known = written.map(one => ('words' in one ? one.words : one.rows.flat().join(' '))).join('\n')
        if (furniture.has(known)) return
        furniture.add(known)
        const apart = written.map(one => as(one, { apparatus: true, kind: 'paragraph' }))
        if (isFoot) feet.push(apart)
        else apart.forEach(put)
      }),
    beginComment(author) {
      met.comments += 1
      return begin(written => {
        const words = written.flatMap(one =>
          'words' in one ? [one.words.trim()] : one.rows.map(cells => cells.join('\t')),
        )
        setAside(`${author}: ${words.filter(Boolean).join('\n')}`.replace(/^: /, ''))
      })
    },
    beginBox: () => begin(written => flow.after(() => written.forEach(put))),
    finish(part) {
      keepAsides()
      body.end(part)
      for (const written of [...endnotes, ...feet]) written.forEach(put)
      return flow.finish()
    },
  }
}
