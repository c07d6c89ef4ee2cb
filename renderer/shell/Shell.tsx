import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { type Screen, useLocation } from '../location.ts'
import { useObstacle } from '../obstacles.ts'
import { useIsWaiting, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Fixed } from '../ui/fixed.ts'
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

/** Comes first at every start. */
const firstScreen = () =>
  import('../features/sources/SourcesScreen.tsx').then(part => ({ default: part.SourcesScreen }))

const screenOf = {
  sources: lazy(firstScreen),
  reader: lazy(() => import('../features/reader/ReaderScreen.tsx').then(part => ({ default: part.ReaderScreen }))),
  excerpts: lazy(() =>
    import('../features/excerpts/ExcerptsScreen.tsx').then(part => ({ default: part.ExcerptsScreen })),
  ),
  timeline: lazy(() =>
    import('../features/timeline/TimelineScreen.tsx').then(part => ({ default: part.TimelineScreen })),
  ),
  inquiries: lazy(() =>
    import('../features/inquiries/InquiriesScreen.tsx').then(part => ({ default: part.InquiriesScreen })),
  ),
  search: lazy(() => import('../features/search/SearchScreen.tsx').then(part => ({ default: part.SearchScreen }))),
  tags: lazy(() => import('../features/tags/TagsScreen.tsx').then(part => ({ default: part.TagsScreen }))),
  matrix: lazy(() => import('../features/matrix/MatrixScreen.tsx').then(part => ({ default: part.MatrixScreen }))),
  conflicts: lazy(() =>
    import('../features/conflicts/ConflictsScreen.tsx').then(part => ({ default: part.ConflictsScreen })),
  ),
  risks: lazy(() => import('../features/risks/RisksScreen.tsx').then(part => ({ default: part.RisksScreen }))),
  notes: lazy(() => import('../features/notes/NotesScreen.tsx').then(part => ({ default: part.NotesScreen }))),
  briefings: lazy(() =>
    import('../features/briefings/BriefingsScreen.tsx').then(part => ({ default: part.BriefingsScreen })),
  ),
  term: lazy(() => import('../features/story/StoryScreen.tsx').then(part => ({ default: part.StoryScreen }))),
  texts: lazy(() => import('../features/reader/texts/TextsScreen.tsx').then(part => ({ default: part.TextsScreen }))),
  reattach: lazy(() =>
    import('../features/reader/reattach/ReattachScreen.tsx').then(part => ({ default: part.ReattachScreen })),
  ),
  history: lazy(() => import('../features/history/HistoryScreen.tsx').then(part => ({ default: part.HistoryScreen }))),
  check: lazy(() => import('../features/safety/CheckScreen.tsx').then(part => ({ default: part.CheckScreen }))),
} satisfies Record<Screen, unknown>

const ObstacleDialog = lazy(() =>
  import('../features/safety/ObstacleDialog.tsx').then(part => ({ default: part.ObstacleDialog })),
)
const BackupsDialog = lazy(() =>
  import('../features/safety/BackupsDialog.tsx').then(part => ({ default: part.BackupsDialog })),
)

const EverythingDialog = lazy(() =>
  import('../features/safety/EverythingDialog.tsx').then(part => ({ default: part.EverythingDialog })),
)
const SealingDialog = lazy(() =>
  import('../features/safety/SealingDialog.tsx').then(part => ({ default: part.SealingDialog })),
)

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
  useEffect(() => void firstScreen(), [])

  if (refusal) return <p className="empty">{refusal.message}</p>
  if (state === undefined) return <p className="empty">{say('shell.loading')}</p>
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
