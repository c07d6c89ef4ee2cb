import type { Statement } from '../../../shared/model/source.ts'
import { type Archive, openArchive } from '../document/archive.ts'
import { guessLanguage } from '../document/language.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { childAt, childElements, parseXml, type XmlElement, xmlWords } from '../document/xml.ts'
import { NotImported } from '../draft.ts'

/** A part that another part points to: its kind is the last word of the relationship's type, such as `styles`. */
export type Relation = { id: string; kind: string; target: string }

/** An Office Open XML package (ECMA-376, part 2). */
export type Package = {
  archive: Archive
  /** The part the document begins with. */
  main: string
  /** The tree of a part; undefined when there is no such part. */
  part(name: string): XmlElement | undefined
  relations(part: string): Relation[]
}

/** @throws NotImported when the archive holds no such document */
export function openPackage(bytes: Uint8Array<ArrayBuffer>): Package {
  const archive = openArchive(bytes)
  const part = (name: string) => {
    const words = archive.text(name)
    return words === undefined ? undefined : parseXml(words, name)
  }
  const relations = (name: string): Relation[] => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    return childElements(part(`${folder}_rels/${name.slice(folder.length)}.rels`), 'Relationship').flatMap(
      ({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) =>
        TargetMode === 'External'
          ? []
          : [{ id: Id, kind: Type.split('/').at(-1) ?? '', target: within(folder, Target) }],
    )
  }
  const main = relations('').find(({ kind }) => kind === 'officeDocument')?.target
  if (main === undefined || !archive.has(main)) throw new NotImported('office.noDocument')
  return { archive, main, part, relations }
}

/** The name of a file that a path names as seen from a folder. */
export function within(folder: string, path: string): string {
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

const property = (mark: string) => ({ origin: 'document properties', mark }) as const

/** What the core and the extended properties state. When a file was made comes as a candidate for the day of publication. */
export function packageStatements({ part, relations }: Package): Statement[] {
  const target = (kind: string) => relations('').find(relation => relation.kind === kind)?.target
  const core = ifReadable(() => part(target('core-properties') ?? 'docProps/core.xml'))
  const extended = ifReadable(() => part(target('extended-properties') ?? 'docProps/app.xml'))
  const said = (name: string) => xmlWords(childAt(core, name))
  return [
    ...statedWords('title', said('dc:title'), property('dc:title')),
    ...statedAuthors(splitAuthors(said('dc:creator')), property('dc:creator')),
    ...statedWords('publisher', said('dc:publisher'), property('dc:publisher')),
    ...statedWords('publisher', xmlWords(childAt(extended, 'Company')), property('Company')),
    ...statedDate('published', said('dcterms:created'), property('dcterms:created')),
    ...statedDate('published', said('dcterms:modified'), property('dcterms:modified')),
    ...statedWords('language', languageTag(said('dc:language')), property('dc:language')),
  ]
}

/** A part that the text can do without; undefined when it is damaged. */
export function ifReadable<Part>(read: () => Part): Part | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotImported) return undefined
    throw error
  }
}

/** Names as office programs join them. */
export const splitAuthors = (names: string): string[] =>
  names
    .split(';')
    .map(name => name.trim())
    .filter(Boolean)

/** A BCP 47 tag; '' for what is none. */
export const languageTag = (words: string): string => {
  const tag = words.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) && !/^(?:und|zxx|none)/i.test(tag) ? tag : ''
}

/**
 * The language that a document sets for its text. It is the language of the program or of a template unless somebody
 * changed it, so it says nothing when the words are evidently of another.
 */
export function setLanguage(tag: string, text: string, mark: string): Statement[] {
  const guess = guessLanguage(text)
  const known = languageTag(tag)
  if (guess !== '' && !known.toLowerCase().startsWith(guess)) return []
  return statedWords('language', known, property(mark))
}
