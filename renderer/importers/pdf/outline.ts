import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { plainCharacters } from './characters.ts'
import type { OutlineEntry } from './headings.ts'

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]

/** No outline of a document has more entries, or stands deeper, than is of use for telling headings. */
const mostEntries = 5_000
const deepest = 6

/** The outline of a document, in order. Entries whose page cannot be told count for any page. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const walk = async (nodes: readonly Node[], depth: number) => {
    for (const node of nodes) {
      if (entries.length >= mostEntries) return
      const title = plainCharacters(node.title).trim()
      if (title !== '') entries.push({ title, depth, page: await pageOf(pdf, node.dest) })
      if (depth < deepest) await walk(node.items, depth + 1)
    }
  }
  try {
    await walk((await pdf.getOutline()) ?? [], 1)
  } catch {
    // A broken outline tells nothing; the text is read all the same.
  }
  return entries
}

async function pageOf(pdf: PDFDocumentProxy, target: Node['dest']): Promise<number> {
  try {
    const place = typeof target === 'string' ? await pdf.getDestination(target) : target
    const page: unknown = place?.[0]
    if (typeof page === 'number') return page
    return page && typeof page === 'object' && 'num' in page && 'gen' in page
      ? await pdf.getPageIndex(page as { num: number; gen: number })
      : -1
  } catch {
    return -1
  }
}
