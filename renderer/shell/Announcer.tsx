import { useAnnouncement } from '../announcements.ts'

/** The one polite live region. Words said twice are said again: a space that is not heard tells them apart. */
export const Announcer = () => {
  const { words, turn } = useAnnouncement()
  return (
    <p className="unseen announcer" aria-live="polite" aria-atomic="true">
      {words === '' || turn % 2 === 0 ? words : `${words}\u00a0`}
    </p>
  )
}
