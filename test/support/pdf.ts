import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'

/** How words are set: in a box that begins at `x` and `y` (from the upper left, of the first baseline), so wide. */
export type Setting = { x: number; y: number; width?: number; size?: number; bold?: boolean; leading?: number }

/** A sheet of A4 on which words are set. */
export type Sheet = {
  page: PDFPage
  /** Sets one line, and gives where it ends. */
  line: (words: string, setting: Setting) => number
  /** Breaks words into lines of the width and sets them below each other; gives where the next line would stand. */
  text: (words: string, setting: Setting) => number
}

export const sheetHeight = 842
const mostWide = 1_000

/** A PDF of so many pages as there are functions, each of which sets one. */
export async function pdfOf(
  pages: readonly ((sheet: Sheet) => void)[],
  finish: (pdf: PDFDocument) => void | Promise<void> = () => {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const plain = await pdf.embedFont(StandardFonts.TimesRoman)
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold)
  for (const set of pages) set(sheetOn(pdf.addPage([595, sheetHeight]), plain, bold))
  await finish(pdf)
  return pdf.save()
}

function sheetOn(page: PDFPage, plain: PDFFont, bold: PDFFont): Sheet {
  const sheet: Sheet = {
    page,
    line: (words, { x, y, size = 10, bold: heavy = false }) => {
      const font = heavy ? bold : plain
      page.drawText(words, { x, y: sheetHeight - y, size, font })
      return x + font.widthOfTextAtSize(words, size)
    },
    text: (words, setting) => {
      const { y, size = 10, width = mostWide, leading = size * 1.2 } = setting
      const lines = brokenInto(words, setting.bold ? bold : plain, size, width)
      for (const [index, line] of lines.entries()) sheet.line(line, { ...setting, y: y + index * leading })
      return y + lines.length * leading
    },
  }
  return sheet
}

/** Lines as full as they can be. */
export function brokenInto(words: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
