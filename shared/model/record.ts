import * as z from 'zod'
import { shownPath } from '../rules/file-names.ts'

/** An instant in UTC, ISO 8601 with milliseconds: `2025-03-11T09:30:00.000Z`. */
export const instant = z.iso.datetime()

/** When a record came to be and when it last changed. */
export const stamps = { created: instant, updated: instant }

/** One line of text, such as a title or a name. */
export const line = z.string().max(2_000)

/** The name under which a file came: kept without what misleads whoever reads it. */
export const givenFileName = line.min(1).transform(shownPath)

/** Free text of the analyst. */
export const prose = z.string().max(1_000_000)

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A share in percent, 0 to 100. */
export const percent = z.number().min(0).max(100)
