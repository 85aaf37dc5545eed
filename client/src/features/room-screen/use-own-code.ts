import type { Voice } from '@withy/shared/access'
import type { Invitation } from '@withy/shared/api'
import { useCallback, useEffect, useState } from 'react'
import { invite, listInvitations } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'

/** How often it is looked whether the code still works (ms): it may be withdrawn or renewed elsewhere. */
const LOOK_EVERY = 30_000

export type OwnCode = {
  /** A code of the asker's own that works now. Invitations that others made are never shown in a room. */
  readonly code: Invitation | null
  /** It has been looked whether there is one, and the asker may make one. */
  readonly none: boolean
  readonly trouble: string | null
  /** Makes one if there is none. */
  readonly make: () => void
}

/** The spoken code that this facilitator made for this plan (SPEC SYNC-75). `voice`: who those are who come by it. */
export function useOwnCode(plan: string, may: boolean, voice: Voice): OwnCode {
  const [code, setCode] = useState<Invitation | null | undefined>()
  const [trouble, setTrouble] = useState<string | null>(null)

  const look = useCallback(async () => {
    if (!may) return setCode(undefined)
    try {
      const { invitations } = await listInvitations(plan)
      setCode(newestOwnCode(invitations, Date.now()))
    } catch {
      // Out of reach for a moment: what is shown stays, and it is looked at again.
    }
  }, [plan, may])
  useEffect(() => {
    look()
    const looking = setInterval(look, LOOK_EVERY)
    return () => clearInterval(looking)
  }, [look])

  const make = useCallback(() => {
    if (code) return
    invite(plan, { kind: 'code', role: 'contributor', voice }).then(
      ({ invitation }) => {
        setTrouble(null)
        setCode(invitation)
      },
      (error: unknown) => setTrouble(sentenceOf(error)),
    )
  }, [plan, voice, code])
  return { code: code ?? null, none: code === null, trouble, make }
}

/** The newest code of the asker's own that still works at `now` (ms); null if there is none. */
export function newestOwnCode(invitations: readonly Invitation[], now: number): Invitation | null {
  const own = invitations.filter(
    ({ kind, code, mine, expiresAt }) => kind === 'code' && code !== null && mine && Date.parse(expiresAt) > now,
  )
  return own.sort((a, b) => b.madeAt.localeCompare(a.madeAt))[0] ?? null
}
