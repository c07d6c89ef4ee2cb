import { choiceWords } from '../formats.ts'

/** What a kind of file is called in a sentence (a key of the catalogue), and the endings of names that such files have. */
type FileKind = { called: `importing.kind.${string}`; endings: readonly string[] }

const importable = {
  'text/plain': { called: 'importing.kind.text', endings: ['txt', 'text', 'asc', 'log'] },
  'text/markdown': { called: 'importing.kind.markdown', endings: ['md', 'markdown'] },
  'text/html': { called: 'importing.kind.html', endings: ['html', 'htm', 'xhtml'] },
  'multipart/related': { called: 'importing.kind.mhtml', endings: ['mhtml', 'mht'] },
  'application/pdf': { called: 'importing.kind.pdf', endings: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    called: 'importing.kind.docx',
    endings: ['docx', 'docm'],
  },
  'application/vnd.oasis.opendocument.text': { called: 'importing.kind.odt', endings: ['odt'] },
  'application/rtf': { called: 'importing.kind.rtf', endings: ['rtf'] },
  'application/epub+zip': { called: 'importing.kind.epub', endings: ['epub'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    called: 'importing.kind.xlsx',
    endings: ['xlsx', 'xlsm'],
  },
  'text/csv': { called: 'importing.kind.csv', endings: ['csv'] },
  'text/tab-separated-values': { called: 'importing.kind.tsv', endings: ['tsv', 'tab'] },
  'message/rfc822': { called: 'importing.kind.mail', endings: ['eml'] },
  'application/x-subrip': { called: 'importing.kind.srt', endings: ['srt'] },
  'text/vtt': { called: 'importing.kind.vtt', endings: ['vtt'] },
  'application/x-bibtex': { called: 'importing.kind.bibtex', endings: ['bib'] },
  'application/x-research-info-systems': { called: 'importing.kind.ris', endings: ['ris'] },
  'application/vnd.citationstyles.csl+json': { called: 'importing.kind.cslJson', endings: ['json'] },
} as const satisfies Record<string, FileKind>

const refused = {
  'application/x-ole-storage': { called: 'importing.kind.oldOffice', endings: [] },
  'application/vnd.ms-powerpoint': { called: 'importing.kind.slides', endings: [] },
  'application/vnd.oasis.opendocument': { called: 'importing.kind.otherOpenDocument', endings: [] },
  'application/zip': { called: 'importing.kind.archive', endings: [] },
  'application/postscript': { called: 'importing.kind.postscript', endings: [] },
  'application/xml': { called: 'importing.kind.xml', endings: [] },
  'application/mbox': { called: 'importing.kind.mailbox', endings: [] },
  'application/ms-tnef': { called: 'importing.kind.tnef', endings: [] },
  'application/vnd.sqlite3': { called: 'importing.kind.database', endings: [] },
  'application/octet-stream': { called: 'importing.kind.program', endings: [] },
  'image/*': { called: 'importing.kind.picture', endings: [] },
  'audio/*': { called: 'importing.kind.recording', endings: [] },
  'font/*': { called: 'importing.kind.font', endings: [] },
} as const satisfies Record<string, FileKind>

/** The media type of a kind of file that can be imported. */
export type ImportableType = keyof typeof importable

/** The media type of a kind of file that is known, if only to say why it cannot be imported. */
export type KnownType = ImportableType | keyof typeof refused

const known = { ...importable, ...refused }

/** The key of what a kind of file is called in a sentence: "a PDF". */
export const calledKind = (type: KnownType) => known[type].called

/** True for what can be imported. */
export const isImportable = (type: KnownType): type is ImportableType => type in importable

/** The kinds that can be imported, with the endings of names that such files have. */
export const importableKinds = Object.entries(importable).map(([type, { endings }]) => ({
  type: type as ImportableType,
  endings: endings as readonly string[],
}))

/** The ending of a file's name in lower case, without its dot; empty when it has none. */
export const endingOf = (fileName: string): string =>
  /[^./\\]\.([a-z\d]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''

/** The kind that the ending of a name promises. */
export const kindByName = (fileName: string): ImportableType | null => {
  const ending = endingOf(fileName)
  return importableKinds.find(({ endings }) => endings.includes(ending))?.type ?? null
}

/** Every ending that can be imported, with its dot: `.txt`, `.text`, … */
export const importableEndings: readonly string[] = importableKinds.flatMap(({ endings }) =>
  endings.map(ending => `.${ending}`),
)

/** The first ending of each kind as the words of a sentence: ".txt, .md, .html or .pdf". */
export const endingsInWords = (): string =>
  choiceWords(importableKinds.flatMap(({ endings }) => (endings[0] ? [`.${endings[0]}`] : [])))
