import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useLinkStage } from '../../../live/use-live.ts'

/** Somebody stopped typing for so long (ms): what they wrote is saved. */
const PAUSE = 800

type Needs = {
  /** The words as the server has them. */
  readonly saved: string
  /** Sends words; `was` are those the writer saw when they began. Throws what `send` throws. */
  readonly save: (words: string, was: string) => Promise<void>
  /** What is written is one line. */
  readonly isLine: boolean
  /** Why words cannot be sent as they are: a sentence, or null. */
  readonly check?: (words: string) => string | null
}

/**
 * Words saved as they are written: at each pause, and when the field is left. They stay in the field until the server has
 * them. What somebody else wrote meanwhile is shown beside them, and never written over unseen (SPEC WORK-31).
 */
export function useSavedWords({ saved, save, check, isLine }: Needs) {
  const { live } = useDesk()
  const isOpen = useLinkStage(live) === 'open'
  const [draft, setDraft] = useState<string | null>(null)
  /** What the server had when the draft was begun, or last agreed with it. */
  const [base, setBase] = useState(saved)
  const [sent, setSent] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const written = draft === null ? saved : clean(draft, isLine)
  const isOurs = saved === base || saved === sent || saved === written
  const theirs = draft !== null && !isOurs && written !== base ? saved : null
  const problem = draft === null ? null : (check?.(written) ?? null)

  useEffect(() => {
    if (draft === null || isOurs) setBase(saved)
    // Nothing is written here that is not saved: what the other wrote takes its place.
    else if (written === base) setDraft(null)
  }, [saved, draft, isOurs, written, base])

  const latest = useRef(written)
  latest.current = written
  const isSending = useRef(false)
  const hasLeft = useRef(false)
  /** One at a time: what is sent next was written over what is on its way now. */
  const send = async (was: string) => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let over = was, words = ''; ; over = words) {
        words = latest.current
        setSent(words)
        await save(words, over)
        // While the field is on the page the next pause sends the rest.
        if (!hasLeft.current || words === latest.current) break
      }
      setTrouble(null)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    isSending.current = false
  }
  const flush = async () => {
    if (draft !== null && written !== saved && theirs === null && problem === null) await send(base)
  }
  const newest = useRef(flush)
  newest.current = flush
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new base says that what was on its way has arrived
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => void newest.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [draft, base])
  useEffect(() => {
    // The connection is back: what could not be saved goes now.
    if (isOpen) void newest.current()
  }, [isOpen])
  useEffect(() => {
    hasLeft.current = false
    return () => {
      hasLeft.current = true
      void newest.current()
    }
  }, [])

  return {
    words: draft ?? saved,
    /** Whether the server has what stands in the field. */
    isSaved: written === saved,
    trouble: written === saved ? null : trouble,
    problem,
    /** What somebody else wrote here meanwhile; null: nothing. */
    theirs,
    write: setDraft,
    leave: () => (written === saved ? setDraft(null) : void flush()),
    again: () => void flush(),
    takeTheirs: () => setDraft(null),
    keepMine() {
      if (theirs === null) return
      setBase(theirs)
      void send(theirs)
    },
  }
}

/** As the server keeps words: what comes back has to be known for what was sent. */
function clean(words: string, isLine: boolean): string {
  const lines = words.toWellFormed().replace(/\r\n?/g, '\n')
  return (isLine ? lines.replace(NOT_IN_A_LINE, ' ') : lines).trim().normalize('NFC')
}

const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu
