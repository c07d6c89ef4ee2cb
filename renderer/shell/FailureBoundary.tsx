import { Component, type ReactNode } from 'react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'

type FailureState = { message: string | null }

/** Keeps a failing screen from taking the shell down. React offers error boundaries as classes only. */
export class FailureBoundary extends Component<{ children: ReactNode }, FailureState> {
  override state: FailureState = { message: null }

  static getDerivedStateFromError(error: unknown): FailureState {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children
    return (
      <div className="empty" role="alert">
        <p>{say('shell.failed', { message: this.state.message })}</p>
        <Button label={say('shell.again')} onClick={() => this.setState({ message: null })} />
      </div>
    )
  }
}
