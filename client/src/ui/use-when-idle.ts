import { useEffect, useState } from 'react'
import { fetchAhead } from './fetch-ahead.ts'
import { onConnected, reach } from './reach.ts'

/**
 * Something that comes when the page has nothing better to do. null: not yet, or it cannot be had; the page is whole without it,
 * and it is asked for again when there is a connection again.
 * @param load the same function at every draw
 */
export function useWhenIdle<Something>(load: () => Promise<Something>): Something | null {
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
    void fetchAhead('part', fetch)
    const off = onConnected(fetch)
    return () => {
      over = true
      off()
    }
  }, [load, isHere])
  return came
}
