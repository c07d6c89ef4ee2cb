import type { WorkbenchEvent } from '../shared/event.ts'

/** What can be chosen in a save dialog, by the ending that the file gets; `any` leaves the name as it is. */
export type SaveKind =
  | 'pdf'
  | 'csv'
  | 'json'
  | 'jsonld'
  | 'html'
  | 'md'
  | 'docx'
  | 'xlsx'
  | 'gloss'
  | 'txt'
  | 'bib'
  | 'ris'
  | 'png'
  | 'svg'
  | 'any'

/** How a document is printed. `header` and `footer` are HTML templates as Chromium's printing defines them (`pageNumber`, `totalPages`); both empty: none. `tagged` false leaves tags and bookmarks out. */
export type PrintOptions = { landscape?: boolean; header: string; footer: string; tagged?: boolean }

/** The engine that prints. What it can do follows from its major: main/exporters/pdf/engine.ts. */
export type Engine = { product: string; chromium: number }

/** What only a desktop can do. The workbench asks for it and knows no more of Electron than this. */
export type Host = {
  /** The case file the analyst chose, or null when the dialog was closed. */
  chooseOpenCase(): Promise<string | null>
  /** Where a new case is to go; `suggested` is a file name. */
  chooseNewCase(suggested: string): Promise<string | null>
  /** Where an export is to go; `suggested` is a file name. */
  chooseSave(request: { suggested: string; kind: SaveKind }): Promise<string | null>
  /** Prints a self-contained HTML document (no scripts, nothing fetched) to PDF. */
  printPdf(html: string, options: PrintOptions): Promise<Uint8Array>
  engine(): Promise<Engine>
  /** Shows a file in the desktop's file manager. */
  reveal(path: string): Promise<void>
  copyText(text: string): Promise<void>
  emit(event: WorkbenchEvent): void
}
