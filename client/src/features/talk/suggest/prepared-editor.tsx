import { useContext, useEffect } from 'react'
import { onConnected } from '../../../ui/reach.ts'
import { whenIdle } from '../../../ui/when-idle.ts'
import { WordsEditorContext } from './words-editor-context.ts'

/** What other words are written in is there before somebody wants it, so that it is there without a connection (SPEC TALK-105). Draws nothing. */
export function PreparedEditor() {
  const load = useContext(WordsEditorContext)
  useEffect(() => {
    if (!load) return
    // Asked for again by whoever opens it.
    const fetch = () => void load().catch(() => {})
    void whenIdle().then(fetch)
    return onConnected(fetch)
  }, [load])
  return null
}
