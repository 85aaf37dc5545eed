import { type RefObject, useEffect, useRef } from 'react'

/** Whether what asked is still drawn: an answer that comes late must not close, or say anything in, what has taken its place. */
export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}
