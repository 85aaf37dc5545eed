import { useEffect, useState } from 'react'

export type Chunk = typeof import('./rich-editor.tsx')

let chunk: Chunk | null = null
let loading: Promise<Chunk> | null = null

/** Fetches the editor once. Rejects when it cannot be had; the next call tries again. */
export function loadEditor(): Promise<Chunk> {
  loading ??= import('./rich-editor.tsx').then(
    (loaded) => {
      chunk = loaded
      return loaded
    },
    (error: unknown) => {
      loading = null
      throw error
    },
  )
  return loading
}

/** The editor if it is here already. */
export const editorChunk = (): Chunk | null => chunk

/** Fetches the editor when the page has nothing better to do, so that it is here before somebody wants to write. */
export function usePreloadedEditor(wanted: boolean): void {
  const [now] = useState(() => window.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 1_000)))
  useEffect(() => {
    if (wanted && !chunk) now(() => void loadEditor().catch(() => undefined))
  }, [wanted, now])
}
