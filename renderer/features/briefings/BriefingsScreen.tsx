import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const BriefingsScreen = () => <EmptyState sentence={say('shell.briefings')} />
