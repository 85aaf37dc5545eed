import type { Needs } from '@withy/shared/api'
import type { ReactNode } from 'react'

/** What the page gives a workshop, because features meet there. */
export type FromPage = {
  /** The editors and lists of one section of the plan. */
  readonly writeIn: (section: string) => ReactNode
  /** Shows this device's pages as somebody needs them. */
  readonly onNeeds: (ticks: Needs['ticks']) => void
  /** How somebody comes back after the day: shown once the workshop is over. */
  readonly wayBack: ReactNode
}
