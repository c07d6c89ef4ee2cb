import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { briefingFontFiles, type Font } from './exporters/fonts.ts'

/** A packaged app has the faces in `fonts` beside its code; in the clone they are where npm put them. */
const placeOf = (file: string): string => {
  const beside = join(__dirname, 'fonts', file)
  return existsSync(beside) ? beside : createRequire(join(__dirname, 'workbench.js')).resolve(`@fontsource/${file}`)
}

let read: Font[] | undefined

/** The type faces that a printed briefing carries within itself, read once. */
export const briefingFonts = (): Font[] => {
  read ??= briefingFontFiles.map(({ file, ...face }) => ({ ...face, data: readFileSync(placeOf(file)) }))
  return read
}
