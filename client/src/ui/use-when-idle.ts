import { useEffect, useState } from 'react'
import { fetchAhead } from './fetch-ahead.ts'
import { onConnected, reach } from './reach.ts'

type Load<Something> = () => Promise<Something>

/**
 * Something that comes when the page has nothing better to do. null: not yet, or it cannot be had; the page is whole without it,
 * and it is asked for again when there is a connection again.
 * @param load the same function at every draw
 * @param isWanted somebody waits for it by now: then it comes at once
 */
export const useWhenIdle = <Something>(load: Load<Something>, isWanted = false): Something | null =>
  useComing(load, isWanted ? atOnce : ahead)

/** The same where somebody waits for it: at once. */
export const useAtOnce = <Something>(load: Load<Something>): Something | null => useComing(load, atOnce)

const ahead = (fetch: Load<unknown>) => void fetchAhead('part', fetch)
const atOnce = (fetch: Load<unknown>) => void fetch()

function useComing<Something>(load: Load<Something>, begin: (fetch: Load<unknown>) => void): Something | null {
  const [came, setCame] = useState<Something | null>(null)
  const isHere = came !== null
  useEffect(() => {
    if (isHere) return
    let over = false
    const fetch = () =>
      reach(load).then(
        (it) => over || setCame(() => it),
        () => {},
      )
    begin(fetch)
    const off = onConnected(fetch)
    return () => {
      over = true
      off()
    }
  }, [load, begin, isHere])
  return came
}
