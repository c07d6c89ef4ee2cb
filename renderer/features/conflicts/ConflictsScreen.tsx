import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const ConflictsScreen = () => <EmptyState sentence={say('shell.conflicts')} />
