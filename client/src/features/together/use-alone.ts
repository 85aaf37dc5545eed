import { useEffect } from 'react'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { type Together, useTogether } from './together-state.ts'

/** A section that is kept and not written in is everybody's again after this (ms). */
export const IDLE = 10 * 60_000

/** Ends keeping a section when nothing has been written here for ten minutes (SPEC SYNC-158). */
export function useAlone(state: Together): void {
  const t = useText()
  const announce = useAnnounce()
  const { alone } = useTogether(state)
  const { doc } = state.live
  useEffect(() => {
    if (alone === null) return
    const end = () => {
      state.keep(null)
      announce({ kind: 'done', sentence: t('together.alone-idle') })
    }
    let timer = setTimeout(end, IDLE)
    const wrote = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return
      clearTimeout(timer)
      timer = setTimeout(end, IDLE)
    }
    doc.on('update', wrote)
    return () => {
      clearTimeout(timer)
      doc.off('update', wrote)
    }
  }, [alone, state, doc, announce, t])
}
