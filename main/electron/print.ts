import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { Engine, PrintOptions } from '../host.ts'
import { printOrigin, printSecurityPolicy } from './policy.ts'

/**
 * Prints a document to PDF in a hidden window of its own: an own session that forgets, no scripts, no preload, nothing
 * to fetch. Tags and the outline are asked for always; an engine too old for them ignores that.
 */
export async function printPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  const ownSession = session.fromPartition(`print-${randomUUID()}`)
  ownSession.protocol.handle('print', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printSecurityPolicy }
    return new Response(html, { headers })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: ownSession,
      sandbox: true,
      javascript: false,
      contextIsolation: true,
      spellcheck: false,
    },
  })
  try {
    await window.loadURL(`${printOrigin}/`)
    const pdf = await window.webContents.printToPDF({
      landscape: options.landscape ?? false,
      displayHeaderFooter: options.header !== '' || options.footer !== '',
      headerTemplate: options.header,
      footerTemplate: options.footer,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: options.tagged !== false,
      generateDocumentOutline: options.tagged !== false,
    })
    return new Uint8Array(pdf)
  } finally {
    window.destroy()
    // The session itself stays as long as the program: it must not hold the document.
    ownSession.protocol.unhandle('print')
  }
}

export const engine = (): Engine => {
  const version = process.versions.chrome
  return { product: `Chromium ${version}`, chromium: Number.parseInt(version, 10) }
}
