import { childAt, childElements, type XmlElement, xmlWords } from '../document/xml.ts'
import { NotImported } from '../draft.ts'
import { formatCode } from './number-format.ts'
import { openPackage, type Package } from './package.ts'
import type { CellReading } from './sheet.ts'

/** A sheet that has not been read yet: its document, and the part that holds it. */
export type SheetDocument = { name: string; hidden: boolean; words: string; part: string }

export type Workbook = { file: Package; sheets: SheetDocument[]; reading: CellReading }

/**
 * Opens a workbook (ECMA-376, part 1) for reading up to so many cells.
 * @throws NotImported when it is none
 */
export function openWorkbook(bytes: Uint8Array<ArrayBuffer>, limit: number): Workbook {
  const file = openPackage(bytes)
  const workbook = file.part(file.main)
  if (workbook?.name !== 'workbook') throw new NotImported('office.noDocument')
  const relations = file.relations(file.main)
  const targetOf = (kind: string) => relations.find(relation => relation.kind === kind)?.target
  const sheets = childElements(childAt(workbook, 'sheets'), 'sheet').flatMap(({ attributes }): SheetDocument[] => {
    const { name = '', state = 'visible', 'r:id': id = '' } = attributes
    const relation = relations.find(one => one.id === id)
    const words = relation?.kind === 'worksheet' ? file.archive.text(relation.target) : undefined
    return relation === undefined || words === undefined
      ? []
      : [{ name, hidden: state !== 'visible', words, part: relation.target }]
  })
  return {
    file,
    sheets,
    reading: {
      strings: sharedStrings(file, targetOf('sharedStrings')),
      formats: formatsOf(file.part(targetOf('styles') ?? '')),
      from1904: /^(?:1|true)$/.test(childAt(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
      limit,
      read: 0,
    },
  }
}

/** A string is its runs together; how it is pronounced is left out. */
const sharedStrings = (file: Package, target: string | undefined): string[] =>
  childElements(target === undefined ? undefined : file.part(target), 'si').map(stringOf)

export const stringOf = (item: XmlElement): string =>
  childElements(item)
    .map(child => (child.name === 't' ? xmlWords(child) : child.name === 'r' ? xmlWords(childAt(child, 't')) : ''))
    .join('')

/** The number format of each cell style. */
function formatsOf(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childElements(childAt(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  )
  return childElements(childAt(styles, 'cellXfs'), 'xf').map(({ attributes }) =>
    formatCode(Number(attributes.numFmtId ?? 0), own),
  )
}
