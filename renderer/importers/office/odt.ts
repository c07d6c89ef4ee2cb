import type { Statement } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import { type Archive, openArchive } from '../document/archive.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { childAt, childElements, elementsNamed, parseXml, type XmlElement, xmlWords } from '../document/xml.ts'
import { NotImported, type Reading } from '../draft.ts'
import { flowWriter, surePages } from './flow.ts'
import { odtReader } from './odt-body.ts'
import { odtStyles } from './odt-styles.ts'
import { ifReadable, languageTag, setLanguage, splitAuthors } from './package.ts'

/** Reads an OpenDocument text (ODF 1.3). Tracked deletions, comments, hidden words, heads and feet of pages are set apart. */
export function readOdt(bytes: Uint8Array<ArrayBuffer>): Reading {
  const archive = openArchive(bytes)
  if (archive.text('META-INF/manifest.xml')?.includes('encryption-data')) throw new NotImported('archive.encrypted')
  const content = partOf(archive, 'content.xml')
  const text = childAt(content, 'office:body', 'office:text')
  if (!text) throw new NotImported('office.noDocument')
  const shared = partOf(archive, 'styles.xml')
  const meta = childAt(
    ifReadable(() => partOf(archive, 'meta.xml')),
    'office:meta',
  )
  const styles = odtStyles([
    childAt(shared, 'office:styles'),
    childAt(shared, 'office:automatic-styles'),
    childAt(content, 'office:automatic-styles'),
  ])
  const flow = flowWriter()
  const reader = odtReader(styles, flow, text, name => formula(archive, name))
  const pages = childElements(childAt(shared, 'office:master-styles'), 'style:master-page')
  const furniture = (side: RegExp) =>
    different(pages.flatMap(page => childElements(page).filter(({ name }) => side.test(name))))
  for (const head of furniture(/^style:header/)) reader.story(head, true)
  reader.begin()
  reader.story(text, false)
  reader.endnotes()
  for (const foot of furniture(/^style:footer/)) reader.story(foot, true)
  const written = flow.finish()
  const { deletions, hidden, comments } = reader.met
  // A file that was only converted, and never opened, was not laid out to its end: its pages are not those of a print.
  const laidOut = childAt(meta, 'meta:editing-duration') !== undefined
  const pageCount = laidOut ? Number(childAt(meta, 'meta:document-statistic')?.attributes['meta:page-count']) : 0
  return {
    text: written.text,
    blocks: written.blocks,
    pages: surePages(written.pageStarts, written.text.length, pageCount),
    statements: [...statementsOf(meta), ...setLanguage(styles.language, written.text, 'fo:language')],
    warnings: [
      ...(deletions > 0 ? [say('office.deletions', { count: deletions })] : []),
      ...(hidden > 0 ? [say('office.hiddenText')] : []),
      ...(comments > 0 ? [say('office.comments', { count: comments })] : []),
    ],
  }
}

const partOf = (archive: Archive, name: string): XmlElement | undefined => {
  const words = archive.text(name)
  return words === undefined ? undefined : parseXml(words, name)
}

const different = (parts: XmlElement[]): XmlElement[] => [
  ...new Map(parts.map(part => [xmlWords(part).trim(), part])).values(),
]

/** The words of an embedded formula; '' for another object. */
function formula(archive: Archive, name: string): string {
  const folder = name.replace(/^\.\//, '').replace(/\/$/, '')
  const words = archive.text(`${folder}/content.xml`)
  if (words === undefined || !/<(?:\w+:)?math[\s>]/.test(words.slice(0, 2_000))) return ''
  const spoken = (node: XmlElement | string): string => {
    if (typeof node === 'string') return node.trim()
    return /annotation/.test(node.name) ? '' : node.children.map(spoken).join('')
  }
  return spoken(parseXml(words, `${folder}/content.xml`))
}

const property = (mark: string) => ({ origin: 'document properties', mark }) as const

function statementsOf(meta: XmlElement | undefined): Statement[] {
  const said = (name: string) => xmlWords(childAt(meta, name))
  const own = (field: string) =>
    elementsNamed(meta, 'meta:user-defined')
      .filter(({ attributes }) => attributes['meta:name']?.toLowerCase() === field)
      .map(xmlWords)[0]
  return [
    ...statedWords('title', said('dc:title'), property('dc:title')),
    ...statedAuthors(splitAuthors(said('meta:initial-creator')), property('meta:initial-creator')),
    ...statedAuthors(splitAuthors(said('dc:creator')), property('dc:creator')),
    ...statedWords('publisher', own('publisher'), property('publisher')),
    ...statedDate('published', said('meta:creation-date'), property('meta:creation-date')),
    ...statedDate('published', said('dc:date'), property('dc:date')),
    ...statedWords('language', languageTag(said('dc:language')), property('dc:language')),
  ]
}
