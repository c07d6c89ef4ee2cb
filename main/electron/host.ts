import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, type FileFilter, shell } from 'electron'
import { version } from '../../package.json'
import { type About, type Licences, licences } from '../../shared/contract/program.ts'
import type { Host, SaveKind } from '../host.ts'
import { say } from '../say.ts'
import { engine, printPdf } from './print.ts'

// Words are said when a dialog is shown: the analyst may choose another language while the program runs.
const caseFilter = (): FileFilter => ({ name: say('desktop.caseFiles'), extensions: ['gloss'] })
const saveFilters = (): Record<SaveKind, FileFilter> => ({
  pdf: { name: 'PDF', extensions: ['pdf'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  jsonld: { name: 'JSON-LD', extensions: ['jsonld'] },
  html: { name: 'HTML', extensions: ['html'] },
  md: { name: 'Markdown', extensions: ['md'] },
  docx: { name: 'Word', extensions: ['docx'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  gloss: caseFilter(),
  txt: { name: say('desktop.textFiles'), extensions: ['txt'] },
  bib: { name: 'BibTeX', extensions: ['bib'] },
  ris: { name: 'RIS', extensions: ['ris'] },
  png: { name: 'PNG', extensions: ['png'] },
  svg: { name: 'SVG', extensions: ['svg'] },
  zip: { name: 'ZIP', extensions: ['zip'] },
  any: { name: say('desktop.allFiles'), extensions: ['*'] },
})

const about = (): About => ({
  version,
  parts: [
    { name: 'Electron', value: process.versions.electron ?? '' },
    { name: 'Chromium', value: process.versions.chrome ?? '' },
    { name: 'Node', value: process.versions.node },
    { name: 'V8', value: process.versions.v8 },
    { name: 'System', value: `${os.type()} ${os.release()} ${process.arch}` },
  ],
})

/** The build writes them beside itself (main/setup/licences.mjs). */
async function keptLicences(): Promise<Licences | null> {
  try {
    return licences.parse(JSON.parse(await readFile(path.join(__dirname, '../licences/packages.json'), 'utf8')))
  } catch {
    return null
  }
}

/** What the workbench may ask of this desktop, on behalf of one window, but for what start.ts knows of the window itself. */
export function desktopHost(window: BrowserWindow): Omit<Host, 'offer' | 'left' | 'speak'> {
  const documents = (name: string) => path.join(app.getPath('documents'), name)
  const save = async (suggested: string, filter: FileFilter) => {
    const answer = await dialog.showSaveDialog(window, { defaultPath: documents(suggested), filters: [filter] })
    const ending = `.${filter.extensions[0]}`
    if (answer.canceled || !answer.filePath) return null
    if (ending === '.*') return answer.filePath
    return answer.filePath.endsWith(ending) ? answer.filePath : answer.filePath + ending
  }
  return {
    chooseOpenCase: async () => {
      const answer = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [caseFilter()] })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    chooseNewCase: suggested => save(suggested, caseFilter()),
    chooseSave: ({ suggested, kind }) => save(suggested, saveFilters()[kind]),
    printPdf,
    engine: async () => engine(),
    reveal: async file => shell.showItemInFolder(file),
    copyText: async text => clipboard.writeText(text),
    about: async () => about(),
    licences: keptLicences,
    // On Linux the desktop keeps the list itself, of what was opened through it.
    opened: async file => {
      app.addRecentDocument(file)
      if (process.platform === 'darwin') window.setRepresentedFilename(file)
    },
    emit: event => {
      if (!window.isDestroyed()) window.webContents.send('event', event)
    },
  }
}
