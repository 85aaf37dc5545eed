import { useEffect, useRef, useState } from 'react'
import { isBusy, sentenceOf } from '../../api/send.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { OfflineError } from '../../ui/reach.ts'
import { useRoom } from './use-workshop.ts'

/** Asked again where nobody answered, or the server had too much to do (ms). */
const AGAIN = 5_000

/**
 * Whoever opens the page of an open workshop is in it: the name and the voice are those of the plan (SPEC WORK-52).
 * @returns why they are not in; null: they are, or are asking
 */
export function useComeIn(): { readonly trouble: string | null; readonly again: () => void } {
  const { now, mine, take } = useRoom()
  const { live, may } = useDesk()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const isLinked = useLinkStage(live) === 'open'
  const isIn = mine?.people.some(({ own }) => own) ?? false
  const comesIn = now.stage === 'open' && !isIn && isLinked && may('take-part')
  const newest = useRef(take)
  newest.current = take
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks anew
  useEffect(() => {
    if (!comesIn) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const ask = async () => {
      try {
        await newest.current({ do: 'come-in' })
        if (!isGone) setTrouble(null)
      } catch (error) {
        if (isGone) return
        setTrouble(sentenceOf(error))
        if (error instanceof OfflineError || isBusy(error)) timer = setTimeout(ask, AGAIN)
      }
    }
    void ask()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [comesIn, turn])
  return { trouble: comesIn ? trouble : null, again: () => setTurn((before) => before + 1) }
}
