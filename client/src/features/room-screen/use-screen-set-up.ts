import { useState } from 'react'
import { type Calm, createCalm } from '../../live/calm.ts'
import type { Distance } from './set-up.tsx'

/** What is chosen at a screen. It stays when a workshop begins or ends there. */
export type ScreenSetUp = {
  readonly calm: Calm
  readonly distance: Distance
  readonly onDistance: (distance: Distance) => void
  /** How to join is in a corner. */
  readonly isJoinShown: boolean
  readonly onJoinShown: (shown: boolean) => void
  /** A section shows its easy words where it has some. */
  readonly isEasy: boolean
  readonly onEasy: (easy: boolean) => void
  /** Held still at the screen itself. */
  readonly isHeld: boolean
  readonly onHeld: (held: boolean) => void
}

export function useScreenSetUp(): ScreenSetUp {
  const [calm] = useState(createCalm)
  const [distance, onDistance] = useState<Distance>('middle')
  const [isJoinShown, onJoinShown] = useState(true)
  const [isEasy, onEasy] = useState(false)
  const [isHeld, onHeld] = useState(false)
  return { calm, distance, onDistance, isJoinShown, onJoinShown, isEasy, onEasy, isHeld, onHeld }
}
