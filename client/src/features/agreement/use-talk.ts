import type { Talk } from '@withy/shared/api'
import { useCallback, useEffect, useState } from 'react'
import { fetchTalk } from '../../api/talk.ts'

/** What people say about a plan, and how to ask again. Null: not known yet; where it cannot be had the page does without. */
export function useTalk(plan: string): { readonly talk: Talk | null; readonly look: () => void } {
  const [talk, setTalk] = useState<Talk | null>(null)
  const look = useCallback(() => {
    fetchTalk(plan).then(
      // An older answer never takes the place of a newer one.
      (came) => setTalk((before) => (before && before.seq > came.seq ? before : came)),
      () => undefined,
    )
  }, [plan])
  useEffect(look, [look])
  return { talk, look }
}
