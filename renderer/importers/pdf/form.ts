import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FilledField } from './pieces.ts'

/** What PDF.js tells of a field of a form, as far as it is used here. */
type Field = {
  page?: number
  rect?: number[]
  value?: unknown
  type?: string
  items?: { exportValue?: unknown; displayValue?: unknown }[]
}

const written = new Set(['text', 'combobox', 'listbox'])

/** What has been filled into the form of a document, by page, from 0. It is no part of what the pages themselves draw. */
export async function readFilledFields(pdf: PDFDocumentProxy): Promise<Map<number, FilledField[]>> {
  const byPage = new Map<number, FilledField[]>()
  const fields = ((await pdf.getFieldObjects().catch(() => null)) ?? {}) as Record<string, Field[]>
  for (const { page = 0, rect, value, type = '', items = [] } of Object.values(fields).flat()) {
    const words = [value]
      .flat()
      .map(one => items.find(({ exportValue }) => exportValue === one)?.displayValue ?? one)
      .filter(one => typeof one === 'string')
      .join(', ')
    if (!written.has(type) || words.trim() === '' || rect?.length !== 4) continue
    byPage.set(page, [...(byPage.get(page) ?? []), { words, rect }])
  }
  return byPage
}
