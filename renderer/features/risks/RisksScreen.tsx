import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const RisksScreen = () => <EmptyState sentence={say('shell.risks')} />
