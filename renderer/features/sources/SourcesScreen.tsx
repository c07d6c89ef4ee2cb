import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const SourcesScreen = () => <EmptyState sentence={say('shell.sources')} />
