import type { Copies, CopyChange } from '@withy/shared/api'
import { useState } from 'react'
import { changeCopies, fetchCopies } from '../../api/copies.ts'
import { sentenceOf } from '../../api/send.ts'

/** Notes something; `said` is told once it is kept. Rejects where it was not. */
export type Change = (change: CopyChange, said?: string) => Promise<void>

/** Copies of a version as they are known here, and how something is noted. `told`: what to tell people. */
export function useCopies(plan: string, number: number, first: Copies) {
  const [copies, setCopies] = useState(first)
  const [told, tell] = useState('')
  const change: Change = async (what, said = '') => {
    try {
      setCopies(await changeCopies(plan, number, what))
      tell(said)
    } catch (error) {
      tell(sentenceOf(error))
      throw error
    }
  }
  /** A file that was taken is noted by the server. Not knowing it yet harms nobody. */
  const look = () => void fetchCopies(plan, number).then(setCopies, () => undefined)
  return { copies, told, change, look }
}
