import { lazy, Suspense, useEffect } from 'react'
import { type Screen, useLocation } from '../location.ts'
import { useIsWaiting, useRead } from '../query.ts'
import { say } from '../say.ts'
import { CaseDetails } from './CaseDetails.tsx'
import { useCaseCommands } from './case-commands.ts'
import { FailureBoundary } from './FailureBoundary.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { Rail } from './Rail.tsx'
import './shell.css'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { Welcome } from './Welcome.tsx'

const screenOf = {
  sources: lazy(() => import('../features/sources/SourcesScreen.tsx').then(part => ({ default: part.SourcesScreen }))),
  reader: lazy(() => import('../features/reader/ReaderScreen.tsx').then(part => ({ default: part.ReaderScreen }))),
  matrix: lazy(() => import('../features/matrix/MatrixScreen.tsx').then(part => ({ default: part.MatrixScreen }))),
  conflicts: lazy(() =>
    import('../features/conflicts/ConflictsScreen.tsx').then(part => ({ default: part.ConflictsScreen })),
  ),
  risks: lazy(() => import('../features/risks/RisksScreen.tsx').then(part => ({ default: part.RisksScreen }))),
  notes: lazy(() => import('../features/notes/NotesScreen.tsx').then(part => ({ default: part.NotesScreen }))),
  briefings: lazy(() =>
    import('../features/briefings/BriefingsScreen.tsx').then(part => ({ default: part.BriefingsScreen })),
  ),
} satisfies Record<Screen, unknown>

/** The frame around every screen: rail, top bar, the screen itself, status line. */
export const Shell = () => {
  const location = useLocation()
  const { value: state, refusal } = useRead('case.state', {})
  const isWaiting = useIsWaiting()
  const { commands, naming, stopNaming } = useCaseCommands(state)
  const title = state?.name ?? ''
  useEffect(() => {
    document.title = title === '' ? 'Glossator' : title
  }, [title])

  if (refusal) return <p className="empty">{refusal.message}</p>
  if (state === undefined) return <p className="empty">{say('shell.loading')}</p>
  if (state === null) {
    return (
      <>
        <Welcome />
        <NoticeLine />
      </>
    )
  }
  const screen = location.screen === 'welcome' ? 'sources' : location.screen
  const CurrentScreen = screenOf[screen]
  return (
    <div className="shell">
      <TopBar state={state} caseCommands={commands} />
      <Rail current={screen} openConflicts={state.counts.openConflicts} />
      <main className="shell-screen" aria-label={say(`shell.${screen}`)} aria-busy={isWaiting}>
        <FailureBoundary key={screen}>
          <Suspense fallback={<div aria-busy="true" />}>
            <CurrentScreen />
          </Suspense>
        </FailureBoundary>
      </main>
      <StatusLine state={state} />
      {naming ? <CaseDetails state={state} onClose={stopNaming} /> : null}
      <NoticeLine />
    </div>
  )
}
