import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../look/EmptyState.tsx'
import { goTo } from '../look/hashPlace.ts'

interface Props {
  readonly children: ReactNode
}

/** Catches what a screen throws while it draws: says what happened and what was kept, and offers to draw it again. The rest of the window stays. */
export class ScreenBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <EmptyState sentence="This screen could not be drawn." hint="Everything you saved is kept, and work in progress goes on. Open it again; if it stays like this, go to another screen and tell us what you saw.">
          <Button onClick={() => this.setState({ broken: false })}>Open it again</Button>
          <Button variant="default" onClick={() => { goTo('/'); this.setState({ broken: false }) }}>Go to productions</Button>
        </EmptyState>
      </div>
    )
  }
}
