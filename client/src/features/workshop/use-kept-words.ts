import { useCallback, useEffect, useRef, useState } from 'react'

/** `waiting`: the server has not got them yet, and is asked again. */
export type Kept = 'kept' | 'keeping' | 'waiting'

type Needs = {
  /** What the server has. */
  readonly first: string
  readonly save: (words: string) => Promise<void>
  /** Where the words lie on this page's own shelf until the server has them; none: only in the field. */
  readonly shelf?: string
  /** How long somebody has paused before their words go (ms). */
  readonly pause?: number
}

/** How long until the server is asked again where it did not take them (ms). */
const AGAIN = 4_000

/** Words that are kept as they are typed: one sending at a time, and what did not get there goes again. */
export function useKeptWords({ first, save, shelf, pause = 800 }: Needs) {
  const [words, setWords] = useState(() => fromShelf(shelf) ?? first)
  const [kept, setKept] = useState<Kept>('kept')
  const now = useRef({ words, saved: first, save, isSending: false })
  now.current.save = save
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    const { words, saved, isSending } = now.current
    if (isSending || words === saved) return
    now.current.isSending = true
    let wait = pause
    try {
      await now.current.save(words)
      now.current.saved = words
    } catch {
      wait = AGAIN
    }
    now.current.isSending = false
    const isAll = now.current.words === now.current.saved
    setKept(isAll ? 'kept' : wait === AGAIN ? 'waiting' : 'keeping')
    if (isAll) toShelf(shelf, null)
    else timer.current = setTimeout(keep, wait)
  }, [shelf, pause])

  const write = useCallback(
    (next: string) => {
      now.current.words = next
      setWords(next)
      setKept('keeping')
      toShelf(shelf, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, pause)
    },
    [keep, shelf, pause],
  )

  useEffect(() => {
    // What lay on the shelf never got there.
    void keep()
    return () => void keep()
  }, [keep])
  return { words, kept, write, keep }
}

function fromShelf(shelf: string | undefined): string | null {
  try {
    return shelf === undefined ? null : sessionStorage.getItem(shelf)
  } catch {
    return null // Storage is blocked on this device.
  }
}

function toShelf(shelf: string | undefined, words: string | null): void {
  try {
    if (shelf === undefined) return
    if (words === null) sessionStorage.removeItem(shelf)
    else sessionStorage.setItem(shelf, words)
  } catch {
    // Storage is blocked: the words stay in their field.
  }
}
