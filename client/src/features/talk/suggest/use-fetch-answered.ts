import { useCallback } from 'react'
import { fetchAnswered } from '../../../api/talk.ts'
import { useTalk } from '../talk-context.ts'

/** @returns fetches the words of what was suggested for a box and answered (SPEC TALK-95); throws what `send` throws */
export function useFetchAnswered(box: string): () => Promise<void> {
  const talk = useTalk()
  return useCallback(async () => talk.words((await fetchAnswered(talk.plan, box)).suggestions), [talk, box])
}
