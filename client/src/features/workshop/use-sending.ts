import { useCallback, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'

/** Sends something and says how that went: `busy` while it is on its way, `trouble` a sentence where it did not work. */
export function useSending() {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  /** @returns whether it worked */
  const send = useCallback(async (what: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    try {
      await what()
      setTrouble(null)
      return true
    } catch (error) {
      setTrouble(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  return { busy, trouble, send }
}
