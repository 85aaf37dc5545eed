import { useState } from 'react'
import { type Calm, createCalm } from '../../live/calm.ts'
import { keepSetUp, keptSetUp } from './kept-set-up.ts'
import type { Distance } from './set-up.tsx'

/** What is chosen at a screen. It stays when a workshop begins or ends there; how it is read stays on the device too. */
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
  const [read, setRead] = useState(keptSetUp)
  const [isJoinShown, onJoinShown] = useState(true)
  const [isHeld, onHeld] = useState(false)
  const change = (next: typeof read) => {
    keepSetUp(next)
    setRead(next)
  }
  return {
    ...{ calm, isJoinShown, onJoinShown, isHeld, onHeld },
    ...read,
    onDistance: (distance) => change({ ...read, distance }),
    onEasy: (isEasy) => change({ ...read, isEasy }),
  }
}
