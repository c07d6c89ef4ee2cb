import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, type FileFilter, shell } from 'electron'
import type { Host, SaveKind } from '../host.ts'
import { engine, printPdf } from './print.ts'

const caseFilter: FileFilter = { name: 'Glossator case', extensions: ['gloss'] }
const saveFilters: Record<SaveKind, FileFilter> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  jsonld: { name: 'JSON-LD', extensions: ['jsonld'] },
  html: { name: 'HTML', extensions: ['html'] },
  md: { name: 'Markdown', extensions: ['md'] },
  docx: { name: 'Word', extensions: ['docx'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  gloss: caseFilter,
  txt: { name: 'Text', extensions: ['txt'] },
  bib: { name: 'BibTeX', extensions: ['bib'] },
  ris: { name: 'RIS', extensions: ['ris'] },
  png: { name: 'PNG', extensions: ['png'] },
  svg: { name: 'SVG', extensions: ['svg'] },
  any: { name: 'All files', extensions: ['*'] },
}

/** What the workbench may ask of this desktop, on behalf of one window. */
export function desktopHost(window: BrowserWindow): Host {
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
      const answer = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [caseFilter] })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    chooseNewCase: suggested => save(suggested, caseFilter),
    chooseSave: ({ suggested, kind }) => save(suggested, saveFilters[kind]),
    printPdf,
    engine: async () => engine(),
    reveal: async file => shell.showItemInFolder(file),
    copyText: async text => clipboard.writeText(text),
    emit: event => {
      if (!window.isDestroyed()) window.webContents.send('event', event)
    },
  }
}
