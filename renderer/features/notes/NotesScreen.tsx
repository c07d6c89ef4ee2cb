import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const NotesScreen = () => <EmptyState sentence={say('shell.notes')} />
