import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const MatrixScreen = () => <EmptyState sentence={say('shell.matrix')} />
