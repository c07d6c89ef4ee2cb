import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const ReaderScreen = () => <EmptyState sentence={say('shell.reader')} />
