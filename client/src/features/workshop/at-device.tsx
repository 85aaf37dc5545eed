import type { Mine } from '@withy/shared/api'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Following } from './use-following.ts'
import { useRoom } from './use-workshop.ts'

export type Seat = Mine['people'][number]

type AtDevice = Following & {
  /** Everyone at this device; more than one are a table. */
  readonly seats: readonly Seat[]
  /** Who writes and votes here now; null before anybody has come in. */
  readonly seat: Seat | null
  readonly choose: (seat: string) => void
}

const AtDeviceContext = createContext<AtDevice | null>(null)

/** Who is at this device, and where in the workshop it is. */
export function AtDeviceProvider({ following, children }: { following: Following; children: ReactNode }) {
  const { mine } = useRoom()
  const [chosen, setChosen] = useState<string | null>(null)
  const at = useMemo((): AtDevice => {
    const seats = mine?.people ?? []
    const seat = seats.find(({ id }) => id === chosen) ?? seats.find(({ own }) => own) ?? null
    return { ...following, seats, seat, choose: setChosen }
  }, [mine, chosen, following])
  return <AtDeviceContext value={at}>{children}</AtDeviceContext>
}

/** Only for what is drawn inside an `AtDeviceProvider`. */
export function useAtDevice(): AtDevice {
  const at = useContext(AtDeviceContext)
  if (!at) throw new Error('No device is in a workshop here')
  return at
}
