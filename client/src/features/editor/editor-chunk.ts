import { useEffect } from 'react'
import { openTexts } from '../../text/language.ts'
import { fetchAhead } from '../../ui/fetch-ahead.ts'
import { reach } from '../../ui/reach.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { writesIn } from './writes-in.ts'
import type { Chunk, Way } from './written-in.ts'

export type { Chunk, Way }

const LOADS: Readonly<Record<Way, () => Promise<Chunk>>> = {
  rich: () =>
    Promise.all([import('./rich-editor.tsx'), writesIn() && import('./begin-in.ts')]).then(([chunk]) => chunk),
  simple: () => Promise.all([import('./simple-box.tsx'), openTexts('reading')]).then(([chunk]) => chunk),
}

const here: Partial<Record<Way, Chunk>> = {}
const loading: Partial<Record<Way, Promise<Chunk>>> = {}

/** Fetches what a way needs, once. Rejects when it cannot be had; the next call tries again. */
export function loadEditor(way: Way): Promise<Chunk> {
  loading[way] ??= reach(LOADS[way]).then(
    (loaded) => {
      here[way] = loaded
      return loaded
    },
    (error: unknown) => {
      delete loading[way]
      throw error
    },
  )
  return loading[way]
}

/** The editor if it is here already. */
export const editorChunk = (way: Way): Chunk | null => here[way] ?? null

const prepared = new Set<Way>()

/** Fetches the editor, then tries it out of sight, each when the page has nothing better to do. Once for a page. */
async function prepareEditor(way: Way): Promise<void> {
  if (prepared.has(way)) return
  prepared.add(way)
  const { warmUpEditor } = await fetchAhead('tools', () => loadEditor(way))
  await whenIdle()
  warmUpEditor?.()
}

/** The editor is here before somebody wants to write. Only the one they write in: the tools are half of what a phone fetches. */
export function usePreparedEditor(wanted: boolean, way: Way): void {
  useEffect(() => {
    if (wanted) prepareEditor(way).catch(() => void prepared.delete(way))
  }, [wanted, way])
}
