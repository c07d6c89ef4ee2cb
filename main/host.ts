import type { About, Licences, Offer, Settings } from '../shared/contract/program.ts'
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
  | 'zip'
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
  /** The program, the engine and the system, each with its version. */
  about(): Promise<About>
  /** Shows the program in another language from now on. */
  speak(language: Settings['language']): Promise<void>
  /** Null where they are not beside the program. */
  licences(): Promise<Licences | null>
  /** Shows in the menu what can be done. */
  offer(offer: Offer): Promise<void>
  /** A case was opened: the system keeps a list of recent documents. */
  opened(path: string): Promise<void>
  /** The page has nothing more to save: its window may close. */
  left(): Promise<void>
  emit(event: WorkbenchEvent): void
}
