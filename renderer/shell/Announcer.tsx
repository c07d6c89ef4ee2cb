import { useState } from 'react'
import { createPortal } from 'react-dom'
import { type Announcement, useAnnouncement } from '../announcements.ts'
import { useTopmostDialog } from '../ui/modal.ts'

/** The polite live region of the page, and one in the dialog above it, behind which nothing is heard. */
export const Announcer = () => {
  const announcement = useAnnouncement()
  const dialog = useTopmostDialog()
  return (
    <>
      <Region {...announcement} />
      {dialog ? createPortal(<RegionOfDialog {...announcement} />, dialog) : null}
    </>
  )
}

/** Says what is said from when it stands: what came before was heard from the page. */
const RegionOfDialog = ({ words, turn }: Announcement) => {
  const [before] = useState(turn)
  return <Region words={turn === before ? '' : words} turn={turn} />
}

/** Words said twice are said again: a space that is not heard tells them apart. */
const Region = ({ words, turn }: Announcement) => (
  <p className="unseen announcer" aria-live="polite" aria-atomic="true">
    {words === '' || turn % 2 === 0 ? words : `${words}\u00a0`}
  </p>
)
