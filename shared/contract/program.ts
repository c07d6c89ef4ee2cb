import * as z from 'zod'
import { languages } from '../language.ts'
import { line } from '../model/record.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** The program and what it runs on, each with its version: name and value, in the order in which they are shown. */
export const about = z.object({ version: line, parts: z.array(z.object({ name: line, value: line })) })
export type About = z.infer<typeof about>

/** What the analyst chose for this computer, for all cases. */
export const settings = z.strictObject({
  /** `system`: the first of the system's languages that the product speaks. */
  language: z.enum(['system', ...languages]),
})
export type Settings = z.infer<typeof settings>

/** The packages that the program is made of, each with the text of its licence. */
export const licences = z.array(z.object({ name: line, version: line, licence: line, text: z.string() }))
export type Licences = z.infer<typeof licences>

/** What the analyst can do at this moment, for the menu of the window. */
export const offer = z.strictObject({
  /** The commands of the page by their ids; `shortcut` is written as in renderer/commands.ts. */
  commands: z.array(z.strictObject({ id: line.min(1), title: line, group: line, shortcut: line.optional() })).max(1000),
  /** Whether a dialog stands over the page: none of its commands can be chosen. */
  inDialog: z.boolean(),
  /** Whether a field has the keyboard, to which undo then belongs. */
  typing: z.boolean(),
})
export type Offer = z.infer<typeof offer>

export const programOperations = {
  'program.about': read(nothing, about, []),
  'program.settings': read(nothing, settings, []),
  /** The desktop shows the change at once: in another language the window is loaded anew. */
  'program.changeSettings': write(settings, z.null()),
  /** Puts what a maintainer asks for first on the clipboard: versions, system, and the last lines of the local log. Nothing of a case. */
  /** Null where they are not beside the program. */
  'program.licences': read(nothing, licences.nullable(), []),
  'program.offer': write(offer, z.null()),
  /** The page has saved what was typed and finished what was begun: the window may go. */
  'program.left': write(nothing, z.null()),
  'program.copyDiagnostics': write(nothing, z.object({ text: z.string() })),
}
