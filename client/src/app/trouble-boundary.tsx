import { Component, type ErrorInfo, type ReactNode } from 'react'
import { TroublePage } from '../pages/trouble-page.tsx'

/** Catches what a page could not draw, a page that could not be fetched included, and offers to try again. */
export class TroubleBoundary extends Component<{ readonly children: ReactNode }, { readonly trouble: boolean }> {
  override state = { trouble: false }

  static getDerivedStateFromError() {
    return { trouble: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    return this.state.trouble ? <TroublePage /> : this.props.children
  }
}
