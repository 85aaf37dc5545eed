import { useContext, useEffect } from 'react'
import { fetchAhead } from '../../../ui/fetch-ahead.ts'
import { onConnected } from '../../../ui/reach.ts'
import { WordsEditorContext } from './words-editor-context.ts'

/** What other words are written in is there before somebody wants it, so that it is there without a connection (SPEC TALK-105). Draws nothing. */
export function PreparedEditor() {
  const load = useContext(WordsEditorContext)
  useEffect(() => {
    if (!load) return
    // Asked for again by whoever opens it.
    const fetch = () => void fetchAhead('press', load).catch(() => {})
    fetch()
    return onConnected(fetch)
  }, [load])
  return null
}
