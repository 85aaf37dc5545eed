import { useEffect } from 'react'
import { reach } from '../../ui/reach.ts'
import { whenIdle } from '../../ui/when-idle.ts'

export type Chunk = typeof import('./rich-editor.tsx')

let chunk: Chunk | null = null
let loading: Promise<Chunk> | null = null

/** Fetches the editor once. Rejects when it cannot be had; the next call tries again. */
export function loadEditor(): Promise<Chunk> {
  loading ??= reach(() => import('./rich-editor.tsx')).then(
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

let prepared = false

/** Fetches the editor, then tries it out of sight, each when the page has nothing better to do. Once for a page. */
async function prepareEditor(): Promise<void> {
  if (prepared) return
  prepared = true
  await whenIdle()
  const { warmUpEditor } = await loadEditor()
  await whenIdle()
  warmUpEditor()
}

/** The editor is here before somebody wants to write. */
export function usePreparedEditor(wanted: boolean): void {
  useEffect(() => {
    if (wanted)
      prepareEditor().catch(() => {
        prepared = false
      })
  }, [wanted])
}
