import { useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/**
 * Something that comes when the page has nothing better to do. null: not yet, or it cannot be had; the page is whole without it.
 * @param load the same function at every draw
 */
export function useWhenIdle<Something>(load: () => Promise<Something>): Something | null {
  const [came, setCame] = useState<Something | null>(null)
  useEffect(() => {
    let over = false
    whenIdle()
      .then(load)
      .then(
        (it) => over || setCame(() => it),
        () => {},
      )
    return () => {
      over = true
    }
  }, [load])
  return came
}
