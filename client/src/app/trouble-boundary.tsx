import { Component, type ErrorInfo, type ReactNode } from 'react'
import { TroublePage } from '../pages/trouble-page.tsx'
import { OfflineError } from '../ui/reach.ts'

type TroubleBoundaryProps = { readonly address: string; readonly children: ReactNode }
type Trouble = { readonly trouble: 'away' | 'broken' | null; readonly address: string }

/** Catches what a page could not draw, a page that could not be fetched included, until the address is another one. */
export class TroubleBoundary extends Component<TroubleBoundaryProps, Trouble> {
  override state: Trouble = { trouble: null, address: this.props.address }

  static getDerivedStateFromProps({ address }: TroubleBoundaryProps, before: Trouble): Trouble | null {
    return address === before.address ? null : { trouble: null, address }
  }

  static getDerivedStateFromError(error: unknown): Partial<Trouble> {
    return { trouble: error instanceof OfflineError || !navigator.onLine ? 'away' : 'broken' }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    const { trouble } = this.state
    return trouble ? <TroublePage why={trouble} /> : this.props.children
  }
}
