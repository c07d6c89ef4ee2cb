import { say } from '../../say.ts'
import type { BriefingDocument } from '../briefing/document.ts'
import { type Child, childrenOf, type Html, isInline, join, textOf } from '../html.ts'
import { slugs } from './markdown/slugs.ts'
import { atStart, escaped, lineOf, type Targets } from './markdown/words.ts'
import { classesOf } from './sheet-looks.ts'

type Told = Pick<BriefingDocument, 'root' | 'marking'>

/**
 * A briefing as Markdown (GitHub Flavored Markdown with footnotes), without any HTML: citations are footnotes that hold
 * the full reference, tables have one head, a cell's paragraphs stand side by side. Links within lead to headings; those
 * to other places are words. Held by test/main/exporters/formats/briefing-markdown.test.ts.
 */
export function briefingMarkdown({ root, marking }: Told): string {
  const body = childrenOf(root).find((piece): piece is Html => typeof piece !== 'string' && piece.tag === 'body')
  if (body === undefined) throw new Error('A document has a body.')
  const writer = markdownWriter(targetsOf(body))
  return `${[...writer.blocks(body.children), `**${escaped(marking)}**`].join('\n\n')}\n`
}

const headingLevels: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }
const oneLine = (piece: Html) => textOf(piece).replace(/\s+/g, ' ').trim()

/** Every heading by its own anchor and by that of the part it heads; every endnote by its number. */
function targetsOf(body: Html): Targets {
  const slugOf = slugs()
  const headings = new Map<string, string>()
  const notes = new Map<string, string>()
  const visit = (element: Html, waiting: string[]): string[] => {
    const { tag, attributes } = element
    const id = attributes.id === undefined ? null : String(attributes.id)
    if (tag !== null && tag in headingLevels) {
      const slug = slugOf(oneLine(element))
      for (const anchor of [...waiting, ...(id === null ? [] : [id])]) headings.set(anchor, slug)
      return []
    }
    const note = tag === 'li' && id !== null ? /^note-(\d+)$/.exec(id)?.[1] : undefined
    if (note !== undefined && id !== null) notes.set(id, note)
    const isPart = tag === 'section' || tag === 'article' || tag === 'div'
    let open = id !== null && isPart ? [...waiting, id] : waiting
    for (const child of childrenOf(element)) if (typeof child !== 'string') open = visit(child, open)
    return isPart ? [] : open
  }
  visit(body, [])
  return { slug: anchor => headings.get(anchor) ?? null, note: anchor => notes.get(anchor) ?? null }
}

function markdownWriter(targets: Targets) {
  const line = (pieces: readonly Child[]) => atStart(lineOf(pieces, targets))
  let lastList = ''

  /** Blocks one after the other; what stands in the line between them makes a paragraph. */
  function blocks(children: readonly Child[]): string[] {
    const out: string[] = []
    let run: (Html | string)[] = []
    const close = () => {
      const words = line(run)
      run = []
      if (words !== '') push(words, '')
    }
    const push = (words: string, list: string) => {
      out.push(words)
      lastList = list
    }
    for (const child of childrenOf(join(...children))) {
      if (typeof child === 'string' || isInline(child)) {
        run.push(child)
        continue
      }
      close()
      for (const each of block(child)) if (each.words !== '') push(each.words, each.list ?? '')
    }
    close()
    return out
  }

  function* block(element: Html): Generator<{ words: string; list?: string }> {
    const { tag, children } = element
    const level = tag === null ? undefined : headingLevels[tag]
    if (level !== undefined)
      yield {
        words: `${'#'.repeat(level)} ${lineOf(children, targets)
          .replace(/\s*\\\n/g, ' ')
          .replace(/ (#+)$/, ' \\$1')}`,
      }
    else if (tag === 'p') yield { words: line(children) }
    else if (tag === 'figcaption' || tag === 'caption') yield { words: line(children) }
    else if (tag === 'ul' || tag === 'ol') yield list(element)
    else if (tag === 'dl') yield terms(element)
    else if (tag === 'table') yield* table(element)
    else if (tag === 'nav') yield* contents(element)
    else if (tag === 'pre') yield { words: fenced(textOf(element)) }
    else if (tag === 'hr') yield { words: '---' }
    else if (tag === 'blockquote' || tag === 'aside')
      yield { words: blocks(children).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>') }
    else for (const words of blocks(children)) yield { words, list: lastList }
  }

  /** The lines of the contents, those within a section under it. */
  function* contents(element: Html): Generator<{ words: string; list?: string }> {
    const lines: string[] = []
    for (const child of childrenOf(element)) {
      if (typeof child === 'string') continue
      if (child.tag !== 'ol' && child.tag !== 'ul') yield* block(child)
      else
        for (const item of childrenOf(child)) {
          if (typeof item === 'string') continue
          const depth = Number(/(?:^| )contents-(\d)/.exec(String(item.attributes.class ?? ''))?.[1] ?? 1)
          lines.push(`${'  '.repeat(depth - 1)}- ${lineOf(item.children, targets)}`)
        }
    }
    yield { words: lines.join('\n'), list: '-' }
  }

  function list(element: Html): { words: string; list: string } {
    const { tag, attributes } = element
    const isTight = childrenOf(element).every(item => typeof item === 'string' || childrenOf(item).length <= 1)
    // Two lists one after the other are told apart by their signs.
    const before = lastList
    const bullet = before === '-' ? '*' : '-'
    const dot = before === '.' ? ')' : '.'
    let number = Number(attributes.start ?? 1)
    const items = childrenOf(element).flatMap(item => {
      if (typeof item === 'string') return []
      const note = /^note-(\d+)$/.exec(String(item.attributes.id ?? ''))?.[1]
      if (note !== undefined) return [footnote(item, note)]
      const sign = tag === 'ol' ? `${number++}${dot} ` : `${bullet} `
      return [within(sign, item.children)]
    })
    const list = tag === 'ol' ? dot : bullet
    return { words: items.join(isTight ? '\n' : '\n\n'), list }
  }

  const within = (sign: string, children: readonly Child[]): string => {
    lastList = ''
    const [first, ...rest] = childrenOf(join(...children))
    const isTask = typeof first === 'object' && classesOf(first).includes('task')
    const task = isTask ? (textOf(first) === say('briefing.taskDone') ? '[x] ' : '[ ] ') : ''
    const inside = blocks(isTask ? rest : children).join('\n\n')
    return `${sign}${task}${inside.replaceAll('\n', `\n${' '.repeat(sign.length)}`).replace(/^ +$/gm, '')}`
  }

  /** Its number and the way back are the reader's program's to make. */
  function footnote(item: Html, label: string): string {
    const told = childrenOf(item).filter(
      piece => typeof piece === 'string' || !classesOf(piece).some(name => name === 'note-number' || name === 'back'),
    )
    lastList = ''
    return `[^${label}]: ${blocks(told).join('\n\n').replaceAll('\n', '\n    ').replace(/^ +$/gm, '')}`
  }

  function terms(element: Html): { words: string; list: string } {
    const bullet = lastList === '-' ? '*' : '-'
    const pairs = childrenOf(element).flatMap(child =>
      typeof child === 'string' ? [] : child.tag === 'div' ? childrenOf(child) : [child],
    )
    const items: string[] = []
    for (const pair of pairs) {
      if (typeof pair === 'string') continue
      if (pair.tag === 'dt') items.push(`${bullet} **${lineOf([textOf(pair)], targets)}**`)
      else {
        lastList = ''
        const [first = '', ...rest] = blocks(pair.children)
        const all = [`${items.pop() ?? bullet}${isList(first) ? '\n' : ' '}${first}`, ...rest].join('\n\n')
        items.push(all.replaceAll('\n', '\n  ').replace(/^ +$/gm, ''))
      }
    }
    return { words: items.join('\n'), list: bullet }
  }

  /** A cell in one line: its blocks side by side. */
  const cell = (element: Html): string => {
    const parts: Child[][] = [[]]
    for (const child of childrenOf(element)) {
      if (typeof child === 'string' || isInline(child)) parts.at(-1)?.push(child)
      else if (child.tag === 'ul' || child.tag === 'ol')
        for (const item of childrenOf(child)) parts.push(typeof item === 'string' ? [item] : [...item.children])
      else parts.push([...child.children], [])
    }
    return parts
      .map(part => lineOf(part, targets, { inTable: true }))
      .filter(words => words !== '')
      .join(' · ')
      .replaceAll('\n', ' ')
  }

  function* table(element: Html): Generator<{ words: string }> {
    const heads: string[][] = []
    const rows: string[][] = []
    let open: { column: number; left: number }[] = []
    const add = (row: Html, isHead: boolean) => {
      const cells: string[] = []
      for (const { column } of open) cells[column] = ''
      open = open.flatMap(({ column, left }) => (left > 1 ? [{ column, left: left - 1 }] : []))
      let column = 0
      for (const each of childrenOf(row)) {
        if (typeof each === 'string') continue
        while (cells[column] !== undefined) column += 1
        const isGroup = each.attributes.scope === 'rowgroup'
        const words = cell(each)
        cells[column] = isGroup && words !== '' && !/[*]/.test(words) ? `**${words}**` : words
        const [wide, deep] = [Number(each.attributes.colspan ?? 1), Number(each.attributes.rowspan ?? 1)]
        for (let next = 1; next < wide; next += 1) cells[column + next] = ''
        if (deep > 1) for (let next = 0; next < wide; next += 1) open.push({ column: column + next, left: deep - 1 })
        column += wide
      }
      ;(isHead ? heads : rows).push(Array.from(cells, words => words ?? ''))
    }
    for (const group of childrenOf(element)) {
      if (typeof group === 'string') continue
      if (group.tag === 'caption') yield { words: line(group.children) }
      else if (group.tag === 'tr') add(group, false)
      else for (const row of childrenOf(group)) if (typeof row !== 'string') add(row, group.tag === 'thead')
    }
    const width = Math.max(1, ...[...heads, ...rows].map(({ length }) => length))
    const row = (cells: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`
    const [head = [], ...more] = heads
    yield {
      words: [row(head), row(Array.from({ length: width }, () => '---')), ...more.map(row), ...rows.map(row)].join(
        '\n',
      ),
    }
  }

  return { blocks }
}

const isList = (words: string): boolean => /^(?:[-*]|\d+[.)]) /.test(words)

function fenced(words: string): string {
  const longest = Math.max(2, ...(words.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${words}\n${fence}`
}
