import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'

/** What an element of the structure holds, in order: elements, marked content of pages, and annotations (ISO 32000-1, 14.7). */
export type Kid =
  | { kind: 'element'; element: StructureElement }
  | { kind: 'content'; page: PDFRef; mcid: number }
  | { kind: 'object'; page: PDFRef; object: PDFRef }

/** One element of the structure of a document, free of the file it was read from until it is written back. */
export type StructureElement = { ref: PDFRef; dict: PDFDict; type: string; kids: Kid[] }

const allNames = () => ({
  K: PDFName.of('K'),
  S: PDFName.of('S'),
  P: PDFName.of('P'),
  Pg: PDFName.of('Pg'),
  Obj: PDFName.of('Obj'),
  MCID: PDFName.of('MCID'),
  Type: PDFName.of('Type'),
  Nums: PDFName.of('Nums'),
  StructTreeRoot: PDFName.of('StructTreeRoot'),
  ParentTree: PDFName.of('ParentTree'),
  StructParents: PDFName.of('StructParents'),
  StructParent: PDFName.of('StructParent'),
})
let known: ReturnType<typeof allNames> | undefined

/** Made at the first look: the library they are of is not read before a PDF is (main/setup/apart.mjs). */
const names = () => (known ??= allNames())

export const elementsIn = (element: StructureElement): StructureElement[] =>
  element.kids.flatMap(kid => (kid.kind === 'element' ? [kid.element] : []))

/** Every element of a structure, parents before what they hold. */
export function* everyElement(element: StructureElement): Generator<StructureElement> {
  yield element
  for (const kid of element.kids) if (kid.kind === 'element') yield* everyElement(kid.element)
}

/** The structure of a tagged document; null when the engine made none. */
export function readStructure(pdf: PDFDocument): StructureElement | null {
  const root = pdf.catalog.lookupMaybe(names().StructTreeRoot, PDFDict)
  const first = root?.get(names().K)
  const ref = first instanceof PDFArray ? first.get(0) : first
  return ref instanceof PDFRef ? elementAt(pdf, ref, null) : null
}

function elementAt(pdf: PDFDocument, ref: PDFRef, outer: PDFRef | null): StructureElement | null {
  const dict = pdf.context.lookup(ref)
  if (!(dict instanceof PDFDict)) return null
  const own = dict.get(names().Pg)
  const page = own instanceof PDFRef ? own : outer
  const held = dict.get(names().K)
  const list = held instanceof PDFRef ? pdf.context.lookup(held) : held
  const kids = list instanceof PDFArray ? list.asArray() : held === undefined ? [] : [held]
  return {
    ref,
    dict,
    type: dict.lookupMaybe(names().S, PDFName)?.decodeText() ?? '',
    kids: kids.flatMap(kid => kidOf(pdf, kid, page)),
  }
}

function kidOf(pdf: PDFDocument, kid: PDFObject, page: PDFRef | null): Kid[] {
  if (kid instanceof PDFNumber) return page ? [{ kind: 'content', page, mcid: kid.asNumber() }] : []
  if (kid instanceof PDFRef) {
    const target = pdf.context.lookup(kid)
    if (target instanceof PDFDict && !target.has(names().S)) return kidOf(pdf, target, page)
    const element = elementAt(pdf, kid, page)
    return element ? [{ kind: 'element', element }] : []
  }
  if (!(kid instanceof PDFDict)) return []
  const own = kid.get(names().Pg)
  const place = own instanceof PDFRef ? own : page
  const [object, mcid] = [kid.get(names().Obj), kid.get(names().MCID)]
  if (!place) return []
  if (object instanceof PDFRef) return [{ kind: 'object', page: place, object }]
  return mcid instanceof PDFNumber ? [{ kind: 'content', page: place, mcid: mcid.asNumber() }] : []
}

/** A new element, which is in no structure yet. */
export function newElement(pdf: PDFDocument, type: string, kids: Kid[]): StructureElement {
  const dict = pdf.context.obj({ Type: 'StructElem', S: type })
  return { ref: pdf.context.register(dict), dict, type, kids }
}

/**
 * Writes a structure back: what it no longer holds is gone from the file, and the tree that leads from content to its
 * element (ISO 32000-1, 14.7.4.4) is made anew.
 */
export function writeStructure(pdf: PDFDocument, root: StructureElement, before: ReadonlySet<PDFRef>): void {
  const tree = pdf.catalog.lookup(names().StructTreeRoot, PDFDict)
  const kept = new Set<PDFRef>()
  const contents = new Map<PDFRef, PDFRef[]>()
  const objects = new Map<number, PDFRef>()
  const write = (element: StructureElement, parent: PDFRef) => {
    const { ref, dict, kids, type } = element
    kept.add(ref)
    dict.set(names().S, PDFName.of(type))
    dict.set(names().P, parent)
    const page = kids.find(kid => kid.kind === 'content')?.page
    if (page) dict.set(names().Pg, page)
    else dict.delete(names().Pg)
    const written = kids.map((kid): PDFObject => {
      if (kid.kind === 'element') {
        write(kid.element, ref)
        return kid.element.ref
      }
      if (kid.kind === 'object') {
        const number = pdf.context.lookup(kid.object, PDFDict).lookupMaybe(names().StructParent, PDFNumber)?.asNumber()
        if (number !== undefined) objects.set(number, ref)
        return pdf.context.obj({ Type: 'OBJR', Pg: kid.page, Obj: kid.object })
      }
      const list = contents.get(kid.page) ?? []
      list[kid.mcid] = ref
      contents.set(kid.page, list)
      return kid.page === page ? PDFNumber.of(kid.mcid) : pdf.context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid })
    })
    const [only] = written
    if (written.length === 0) dict.delete(names().K)
    else dict.set(names().K, written.length === 1 && only ? only : pdf.context.obj(written))
  }
  write(root, pdf.catalog.get(names().StructTreeRoot) as PDFRef)
  tree.set(names().K, root.ref)
  for (const ref of before) if (!kept.has(ref)) pdf.context.delete(ref)

  const numbered = new Map<number, PDFObject>(objects)
  for (const page of pdf.getPages()) {
    const number = page.node.lookupMaybe(names().StructParents, PDFNumber)?.asNumber()
    const list = contents.get(page.ref)
    if (number !== undefined) numbered.set(number, pdf.context.obj(Array.from(list ?? [], ref => ref ?? null)))
  }
  const old = tree.get(names().ParentTree)
  const nums = [...numbered]
    .sort(([left], [right]) => left - right)
    .flatMap(([number, to]) => [PDFNumber.of(number), to])
  const made = pdf.context.obj({ Nums: nums })
  if (old instanceof PDFRef) pdf.context.assign(old, made)
  else tree.set(names().ParentTree, pdf.context.register(made))
}
