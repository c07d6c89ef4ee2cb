import { type ReactNode, Suspense, useEffect } from 'react'
import { type Screen, useLocation } from '../location.ts'
import { useObstacle } from '../obstacles.ts'
import { useIsWaiting, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Fixed } from '../ui/fixed.ts'
import { later, readInPauses } from '../ui/later.tsx'
import { Announcer } from './Announcer.tsx'
import { CaseDetails } from './CaseDetails.tsx'
import { useCaseCommands } from './case-commands.ts'
import { FailureBoundary } from './FailureBoundary.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { Program } from './Program.tsx'
import { Rail } from './Rail.tsx'
import './shell.css'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { Welcome } from './Welcome.tsx'

const screenOf = {
  sources: later(() => import('../features/sources/SourcesScreen.tsx').then(part => part.SourcesScreen)),
  reader: later(() => import('../features/reader/ReaderScreen.tsx').then(part => part.ReaderScreen)),
  excerpts: later(() => import('../features/excerpts/ExcerptsScreen.tsx').then(part => part.ExcerptsScreen)),
  timeline: later(() => import('../features/timeline/TimelineScreen.tsx').then(part => part.TimelineScreen)),
  inquiries: later(() => import('../features/inquiries/InquiriesScreen.tsx').then(part => part.InquiriesScreen)),
  search: later(() => import('../features/search/SearchScreen.tsx').then(part => part.SearchScreen)),
  tags: later(() => import('../features/tags/TagsScreen.tsx').then(part => part.TagsScreen)),
  matrix: later(() => import('../features/matrix/MatrixScreen.tsx').then(part => part.MatrixScreen)),
  conflicts: later(() => import('../features/conflicts/ConflictsScreen.tsx').then(part => part.ConflictsScreen)),
  risks: later(() => import('../features/risks/RisksScreen.tsx').then(part => part.RisksScreen)),
  notes: later(() => import('../features/notes/NotesScreen.tsx').then(part => part.NotesScreen)),
  briefings: later(() => import('../features/briefings/BriefingsScreen.tsx').then(part => part.BriefingsScreen)),
  term: later(() => import('../features/story/StoryScreen.tsx').then(part => part.StoryScreen)),
  texts: later(() => import('../features/reader/texts/TextsScreen.tsx').then(part => part.TextsScreen)),
  reattach: later(() => import('../features/reader/reattach/ReattachScreen.tsx').then(part => part.ReattachScreen)),
  history: later(() => import('../features/history/HistoryScreen.tsx').then(part => part.HistoryScreen)),
  check: later(() => import('../features/safety/CheckScreen.tsx').then(part => part.CheckScreen)),
} satisfies Record<Screen, unknown>

/** The screens that are gone to most; the others are not worth their memory before they are wanted. */
const soonWanted = ['reader', 'matrix', 'conflicts', 'risks', 'excerpts', 'notes'] as const

const ObstacleDialog = later(() => import('../features/safety/ObstacleDialog.tsx').then(part => part.ObstacleDialog))
const BackupsDialog = later(() => import('../features/safety/BackupsDialog.tsx').then(part => part.BackupsDialog))

const EverythingDialog = later(() =>
  import('../features/safety/EverythingDialog.tsx').then(part => part.EverythingDialog),
)
const SealingDialog = later(() => import('../features/safety/SealingDialog.tsx').then(part => part.SealingDialog))

/** What stands above every screen, with a case open or none. */
const Above = () => {
  const obstacle = useObstacle()
  return (
    <>
      {obstacle === null ? null : (
        <Suspense fallback={null}>
          <ObstacleDialog key={obstacle.id} obstacle={obstacle} />
        </Suspense>
      )}
      <Program />
      <NoticeLine />
      <Announcer />
    </>
  )
}

/** The open case in its frame, or the way to one; above either what must outlast the change from one to the other. */
export const Shell = () => (
  <>
    <Desk />
    <Above />
  </>
)

/** Where the screen stands: it says when something is waited for, and nothing but itself is drawn anew for that. */
const ScreenPlace = ({ label, children }: { label: string; children: ReactNode }) => (
  <main className="shell-screen" aria-label={label} aria-busy={useIsWaiting()}>
    {children}
  </main>
)

/** The frame around every screen: rail, top bar, the screen itself, status line. */
const Desk = () => {
  const location = useLocation()
  const { value: state, refusal } = useRead('case.state', {})
  const { commands, dialog, closeDialog } = useCaseCommands(state)
  const title = state?.name ?? ''
  useEffect(() => {
    document.title = title === '' ? 'Glossator' : title
  }, [title])
  // Read while the case is being opened, and not before the first frame is drawn.
  useEffect(() => void screenOf.sources.read(), [])
  const isOpen = state !== undefined && state !== null
  useEffect(() => {
    if (isOpen) return readInPauses(soonWanted.map(screen => screenOf[screen].read))
  }, [isOpen])

  if (refusal) return <p className="empty">{refusal.message}</p>
  if (state === undefined)
    return (
      <p className="opening-words" aria-busy="true">
        {say('shell.loading')}
      </p>
    )
  if (state === null) return <Welcome />
  const screen = location.screen === 'welcome' ? 'sources' : location.screen
  const CurrentScreen = screenOf[screen]
  return (
    <div className="shell">
      <TopBar state={state} caseCommands={commands} />
      <Rail current={screen} openConflicts={state.counts.openConflicts} />
      <ScreenPlace label={say(`shell.${screen}`)}>
        <FailureBoundary key={screen}>
          <Suspense fallback={<div aria-busy="true" />}>
            <Fixed value={state.readOnly ? say('shell.readOnlyWhy') : null}>
              <CurrentScreen />
            </Fixed>
          </Suspense>
        </FailureBoundary>
      </ScreenPlace>
      <StatusLine state={state} />
      {dialog === 'details' ? <CaseDetails state={state} onClose={closeDialog} /> : null}
      <Suspense fallback={null}>
        {dialog === 'backups' ? (
          <BackupsDialog obstacle={null} canMake={!state.readOnly} onClose={closeDialog} />
        ) : null}
        {dialog === 'everything' ? <EverythingDialog sealed={state.sealed} onClose={closeDialog} /> : null}
        {dialog === 'seal' || dialog === 'change' || dialog === 'unseal' ? (
          <SealingDialog step={dialog} onClose={closeDialog} />
        ) : null}
      </Suspense>
    </div>
  )
}
