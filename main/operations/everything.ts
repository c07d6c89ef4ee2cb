import { basename } from 'node:path'
import { spokenLocale } from '../../shared/language.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { type EverythingPart, everythingCount, everythingParts } from '../exporters/everything/parts.ts'
import { packageFile } from '../exporters/office/parts.ts'
import type { AtDesk } from '../operation.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { readPiece } from '../records/files.ts'
import { fileNameOf, saveInSteps } from '../save-as.ts'
import { saveFolder } from '../save-folder.ts'
import { say } from '../say.ts'
import type { CaseFile } from '../store/case-file.ts'

/** What a ZIP archive without its extension for large ones can hold (PKWARE APPNOTE 4.4.1.4). */
const [mostBytes, mostFiles] = [2 ** 32 - 1, 2 ** 16 - 2]

/** Each piece is read by itself: edits are made between them, and the bytes of a file never change. */
function* piecesOf(caseFile: CaseFile, sha256: string): Generator<Uint8Array> {
  for (let number = 0; ; number++) {
    const piece = caseFile.read(db => readPiece(db, sha256, number))
    if (piece === undefined) return
    yield piece
  }
}

/** The archive with what it holds counted; refused once it is more than one can hold. */
function* archived(parts: Iterable<EverythingPart>): Generator<Uint8Array> {
  let bytes = 0
  for (const piece of packageFile(parts)) {
    bytes += piece.length
    if (bytes > mostBytes) throw new Refused(say('everything.tooLarge'))
    yield piece
  }
}

export const save: AtDesk<'export.everything'> = async (desk, { form }) => {
  const caseFile = desk.needCase()
  const title = say('everything.name', { name: caseFile.read(readCaseInfo).name })
  const named = fileNameOf(title, 'zip')
  const suggested = form === 'zip' ? named : named.slice(0, -'.zip'.length)
  const path = await desk.host.chooseSave({ suggested, kind: form === 'zip' ? 'zip' : 'any' })
  if (path === null) return done({ path, degraded: [] })
  return desk.tasks.run(say('everything.writing', { file: basename(path) }), async task => {
    const document = caseFile.read(db => readCaseDocument(db, { log: true }))
    const total = everythingCount(document)
    if (form === 'zip' && total > mostFiles) throw new Refused(say('everything.tooLarge'))
    const lost = new Set<string>()
    const parts = everythingParts(document, {
      bytesOf: sha256 => piecesOf(caseFile, sha256),
      moment: new Date().toLocaleString(spokenLocale(), { dateStyle: 'long', timeStyle: 'short' }),
      notWhole: name => lost.add(say('everything.lostFile', { name })),
    })
    let written = 0
    const pause = () => task.reached(written, total)
    const reached = () => {
      written++
    }
    if (form === 'folder') await saveFolder(path, parts, { pause, reached })
    else await saveInSteps(path, archived(counted(parts, reached)), pause)
    return done({ path, degraded: [...lost] })
  })
}

function* counted(parts: Iterable<EverythingPart>, reached: () => void): Generator<EverythingPart> {
  for (const part of parts) {
    yield part
    reached()
  }
}
