import {
  BookOpen,
  CalendarRange,
  FileText,
  Grid3x3,
  Highlighter,
  Library,
  NotebookPen,
  Scale,
  ShieldAlert,
  Split,
} from 'lucide-react'
import { useCommands } from '../commands.ts'
import { addressOf, navigate, type RailScreen, railScreens } from '../location.ts'
import { say } from '../say.ts'

const icons = {
  sources: Library,
  reader: BookOpen,
  excerpts: Highlighter,
  matrix: Grid3x3,
  conflicts: Split,
  risks: ShieldAlert,
  notes: NotebookPen,
  briefings: FileText,
  timeline: CalendarRange,
  inquiries: Scale,
} satisfies Record<RailScreen, unknown>

/** The tenth stands on the key behind the ninth. */
const digitOf = (index: number) => (index + 1) % 10

export const Rail = ({ current, openConflicts }: { current: string; openConflicts: number }) => {
  useCommands(
    railScreens.map((screen, index) => ({
      id: `go.${screen}`,
      title: say('shell.go', { screen: say(`shell.${screen}`) }),
      group: say('shell.rail'),
      shortcut: `Alt+${digitOf(index)}`,
      run: () => navigate(screen),
    })),
  )
  return (
    <nav className="rail" aria-label={say('shell.rail')}>
      {railScreens.map((screen, index) => {
        const Icon = icons[screen]
        const name = say(`shell.${screen}`)
        return (
          <a
            key={screen}
            href={addressOf(screen)}
            aria-current={current === screen ? 'page' : undefined}
            title={`${name}  Alt+${digitOf(index)}`}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
            <span>{name}</span>
            {screen === 'conflicts' && openConflicts > 0 ? (
              <b className="rail-count">
                <span aria-hidden="true">{openConflicts}</span>
                <span className="unseen">{say('shell.countConflicts', { count: openConflicts })}</span>
              </b>
            ) : null}
          </a>
        )
      })}
    </nav>
  )
}
