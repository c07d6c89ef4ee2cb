import { done } from '../../shared/outcome.ts'
import { addSlice, dropSlices } from '../arrivals.ts'
import type { AtDesk, Reading } from '../operation.ts'
import { readPiece, readPieces } from '../records/files.ts'
import { textVersions } from '../records/tables.ts'
import { ownFileName, saveAs } from '../save-as.ts'

export const add: AtDesk<'files.add'> = (desk, { upload, bytes }) =>
  done({ upload: addSlice(desk.needCase(), upload, bytes) })

export const drop: AtDesk<'files.drop'> = (desk, { upload }) => {
  dropSlices(desk.needCase(), upload)
  return done(null)
}

export const read: Reading<'files.read'> = (db, { version, piece }) => {
  const { fileName, mediaType, fileBytes, fileSha256 } = textVersions.need(db, version)
  const bytes = readPiece(db, fileSha256, piece) ?? new Uint8Array()
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { base64, length: fileBytes, fileName, mediaType }
}

export const save: AtDesk<'files.save'> = async (desk, { version }) => {
  const caseFile = desk.needCase()
  const { fileName, fileSha256 } = caseFile.read(db => textVersions.need(db, version))
  const path = await desk.host.chooseSave({ suggested: ownFileName(fileName), kind: 'any' })
  if (path !== null) caseFile.read(db => saveAs(path, readPieces(db, fileSha256)))
  return done({ path, degraded: [] })
}
