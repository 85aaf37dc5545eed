import type { Me } from '@withy/shared/api'
import { useEffect } from 'react'
import { mayHaveCopies } from '../../live/device-copy/copies-on.ts'

/** Where this device's person and plans are known: a copy of anything else goes (SPEC ACCESS-81). */
export function useOwnCopies(me: Me | null): void {
  useEffect(() => {
    if (!me || !mayHaveCopies()) return
    const { person, plans } = me
    void import('../../live/device-copy/wipe.ts').then(({ wipeAllBut, wipeDevice }) =>
      person === null
        ? wipeDevice()
        : wipeAllBut(
            person,
            plans.map(({ id }) => id),
          ),
    )
  }, [me])
}
