import type { Statement } from '../../../shared/model/source.ts'
import type { TextPage } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { type Archive, openArchive } from '../document/archive.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import type { TextWriter } from '../document/text-writer.ts'
import { elementsNamed, parseXml, type XmlElement, xmlWords } from '../document/xml.ts'
import { NotImported, type Reading } from '../draft.ts'
import { writeHtml } from '../web/html.ts'
import { type Flow, flowWriter } from './flow.ts'
import { languageTag, within } from './package.ts'
import { markPages, plainTags } from './xhtml.ts'

type Item = { path: string; mediaType: string; properties: string }

/** Reads an EPUB book (2 or 3): its chapters in the order of the spine, its contents set apart, its page list as pages. */
export function readEpub(bytes: Uint8Array<ArrayBuffer>): Reading {
  const archive = openArchive(bytes)
  const opf = packagePath(archive)
  const book = parseXml(archive.text(opf) ?? '', opf)
  const folder = opf.slice(0, opf.lastIndexOf('/') + 1)
  const items = itemsOf(book, folder)
  const chapters = named(book, 'itemref').flatMap(({ attributes }) => items.get(attributes.idref ?? '') ?? [])
  refuseLocked(archive, chapters)
  const contents = [...items.values()].find(({ properties }) => /\bnav\b/.test(properties))
  const listed = contents ? pageList(archive, contents) : new Map<string, string>()
  const flow = flowWriter()
  const labels: string[] = []
  const missing: string[] = []
  const inSpine = contents !== undefined && chapters.some(({ path }) => path === contents.path)
  for (const { path } of contents && !inSpine ? [...chapters, contents] : chapters) {
    const page = archive.text(path)
    if (page === undefined) missing.push(path)
    else {
      const marked = markPages(plainTags(page), id => listed.get(`${path}#${id}`))
      labels.push(...marked.labels)
      writeHtml(marked.page, path === contents?.path ? setApart(flow) : chapterWriter(flow))
    }
  }
  const { text, blocks, pageStarts } = flow.finish()
  return {
    text,
    blocks,
    // A mark that was lost on the way would give every page behind it a false number.
    pages: pageStarts.length === labels.length ? pagesOf(pageStarts, labels) : [],
    statements: statementsOf(book),
    warnings: missing.length > 0 ? [say('office.missingChapters', { count: missing.length })] : [],
  }
}

/** Names in a package document have a prefix or none. */
const named = (element: XmlElement, name: string) => [
  ...elementsNamed(element, `opf:${name}`),
  ...elementsNamed(element, name),
]

function packagePath(archive: Archive): string {
  const container = archive.text('META-INF/container.xml')
  const [root] = container === undefined ? [] : elementsNamed(parseXml(container, 'META-INF/container.xml'), 'rootfile')
  const path = root?.attributes['full-path'] ?? archive.names.find(name => name.endsWith('.opf'))
  if (path === undefined || !archive.has(path)) throw new NotImported('office.noDocument')
  return path
}

const itemsOf = (book: XmlElement, folder: string): Map<string, Item> =>
  new Map(
    named(book, 'item').map(({ attributes }) => [
      attributes.id ?? '',
      {
        path: within(folder, unescaped((attributes.href ?? '').replace(/#.*$/, ''))),
        mediaType: attributes['media-type'] ?? '',
        properties: attributes.properties ?? '',
      },
    ]),
  )

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Fonts may be scrambled; chapters that are belong to a shop. */
function refuseLocked(archive: Archive, chapters: Item[]) {
  const locks = archive.text('META-INF/encryption.xml')
  if (locks === undefined) return
  const locked = [...locks.matchAll(/CipherReference[^>]*URI\s*=\s*["']([^"']*)["']/g)].map(([, path = '']) =>
    unescaped(path),
  )
  if (chapters.some(({ path }) => locked.includes(path))) throw new NotImported('office.lockedBook')
}

/** The labels of the page list of an EPUB 3, by the address of the place where a page begins. */
function pageList(archive: Archive, { path }: Item): Map<string, string> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const list =
    /<nav\b[^>]*epub:type\s*=\s*["'][^"']*\bpage-list\b[\s\S]*?<\/nav>/i.exec(archive.text(path) ?? '')?.[0] ?? ''
  const links = list.matchAll(/<a\b[^>]*href\s*=\s*["']([^"'#]*)#([^"']*)["'][^>]*>([\s\S]*?)<\/a>/gi)
  return new Map(
    [...links].map(([, file = '', id = '', label = '']) => [
      `${file === '' ? path : within(folder, unescaped(file))}#${unescaped(id)}`,
      label.replace(/<[^>]*>/g, '').trim(),
    ]),
  )
}

const chapterWriter = ({ block, table, finish, endCode }: Flow): TextWriter => ({
  block: (words, part) => {
    endCode()
    block(words, part)
  },
  table,
  finish,
})

const setApart = ({ block, table, finish }: Flow): TextWriter => ({
  block: (words, part) => block(words, { ...part, apparatus: true }),
  table: (rows, head) => table(rows, head, true),
  finish,
})

const pagesOf = (starts: number[], labels: string[]): TextPage[] => {
  const pages = starts.map((start, index) => ({ start, label: (labels[index] ?? '').slice(0, 40), imageOnly: false }))
  const [first] = pages
  // What stands before the first page that is marked is a page too, without a number.
  return first && first.start > 0 ? [{ start: 0, label: '', imageOnly: false }, ...pages] : pages
}

const dublinCore = (mark: string) => ({ origin: 'dublin core', mark }) as const

function statementsOf(book: XmlElement): Statement[] {
  const all = (name: string) => elementsNamed(book, `dc:${name}`)
  const said = (name: string) => all(name).map(element => xmlWords(element).trim())
  const refinements = named(book, 'meta').filter(({ attributes }) => attributes.refines !== undefined)
  const refined = ({ attributes }: XmlElement, property: string) =>
    refinements
      .filter(meta => meta.attributes.refines === `#${attributes.id}` && meta.attributes.property === property)
      .map(xmlWords)[0]
  const roleOf = (creator: XmlElement) =>
    creator.attributes['opf:role'] ?? creator.attributes.role ?? refined(creator, 'role') ?? 'aut'
  const titles = [...all('title')].sort(
    (left, right) => Number(refined(right, 'title-type') === 'main') - Number(refined(left, 'title-type') === 'main'),
  )
  const dates = [...all('date')].sort((left, right) => Number(isPublication(right)) - Number(isPublication(left)))
  return [
    ...titles.flatMap(title => statedWords('title', xmlWords(title), dublinCore('dc:title'))),
    ...statedAuthors(
      all('creator')
        .filter(creator => roleOf(creator) === 'aut')
        .map(creator => xmlWords(creator).trim()),
      dublinCore('dc:creator'),
    ),
    ...said('publisher').flatMap(publisher => statedWords('publisher', publisher, dublinCore('dc:publisher'))),
    ...dates.flatMap(date => statedDate('published', xmlWords(date).trim(), dublinCore('dc:date'))),
    ...[...said('source'), ...said('identifier')]
      .filter(address => /^https?:\/\/\S+$/i.test(address))
      .flatMap(address => statedWords('url', address, dublinCore('dc:identifier'))),
    ...said('language').flatMap(language => statedWords('language', languageTag(language), dublinCore('dc:language'))),
  ]
}

const isPublication = ({ attributes }: XmlElement) => (attributes['opf:event'] ?? attributes.event) === 'publication'
