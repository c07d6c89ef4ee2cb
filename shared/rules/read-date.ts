import { type PartialDate, partialDate } from '../model/partial-date.ts'
import { findDates } from './figures/dates.ts'
import { ukrainianDate } from './ukrainian-entry.ts'

/** `~2025-03`, "c. 2025": the sign before what it speaks of. */
const about = /^(?:~|about|around|circa|c\.|ca\.)\s*/i
const part = /^(?:(?:the\s+)?(?:early|mid|late|beginning of|middle of|end of))[\s-]*$/i

/**
 * A date as an analyst types it into a field of its own: `2025-03-11~`, `~2025-03-11`, "11 March 2025",
 * "about Feb 2025". Null for what is none, is followed by other words, is a limit ("by 1 May") or can be read two ways (05.01.2025).
 */
export const readPartialDate = (typed: string): PartialDate | null => {
  const words = ukrainianDate(typed.trim())
  const written = partialDate.safeParse(words)
  if (written.success) return written.data
  const bare = words.replace(about, '')
  const isAbout = bare !== words
  const date = partialDate.safeParse(bare).data ?? onlyDate(bare)
  if (date === null) return null
  return isAbout && !date.endsWith('~') ? partialDate.parse(`${date}~`) : date
}

const onlyDate = (words: string): PartialDate | null => {
  const [found, ...others] = findDates(words)
  if (found === undefined || others.length > 0 || found.isPart || found.qualifier !== 'exactly') return null
  const [head, tail] = [words.slice(0, found.start), words.slice(found.end)]
  return (head.trim() === '' || part.test(head)) && tail.trim() === '' ? found.value.date : null
}
