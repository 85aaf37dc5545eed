import type { Copies, CopyChange } from '@withy/shared/api'
import { useState } from 'react'
import { changeCopies, fetchCopies } from '../../api/copies.ts'
import { sentenceOf } from '../../api/send.ts'

/** Notes something. @returns what is known then. Rejects where it was not noted. */
export type Change = (change: CopyChange) => Promise<Copies>

/** Copies of a version as they are known here, and how something is noted. */
export function useCopies(plan: string, number: number, first: Copies) {
  const [copies, setCopies] = useState(first)
  const change: Change = async (what) => {
    const next = await changeCopies(plan, number, what)
    setCopies(next)
    return next
  }
  /** A file that was taken is noted by the server. Not knowing it yet harms nobody. */
  const look = () => void fetchCopies(plan, number).then(setCopies, () => undefined)
  return { copies, change, look }
}

/** Notes something and has words for what came of it, to be said beside what was pressed (SPEC EXPORT-99). */
export function useNoting(change: Change) {
  const [said, say] = useState('')
  /** `words`: said once it is kept. @returns null where it was not, and the reason is said. */
  const note = (what: CopyChange, words = ''): Promise<Copies | null> =>
    change(what).then(
      (next) => {
        say(words)
        return next
      },
      (error: unknown) => {
        say(sentenceOf(error))
        return null
      },
    )
  return { said, note }
}
