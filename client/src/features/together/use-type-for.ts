import { useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { type Together, useTogether } from './together-state.ts'
import { IDLE } from './use-alone.ts'

/**
 * Ends writing what another says when nothing has been written here for ten minutes, or when they are out of the plan: too little is
 * said in somebody's name then, never too much. Whose words are written is told of it (SPEC SYNC-161).
 */
export function useTypeFor(state: Together): void {
  useEnds(state)
  useTold(state)
}

function useEnds(state: Together): void {
  const t = useText()
  const announce = useAnnounce()
  const { names, may } = useDesk()
  const { typesFor } = useTogether(state)
  const { live } = state
  const name = names.find(({ id }) => id === typesFor)?.name ?? t('together.someone')
  const mayWrite = may('write')
  useEffect(() => {
    if (typesFor === null) return
    const end = (sentence: string) => {
      state.typeFor(null)
      announce({ kind: 'done', sentence })
    }
    if (!mayWrite) return end(t('together.type-for-ended'))
    const idle = () => end(t('together.type-for-idle'))
    let timer = setTimeout(idle, IDLE)
    const wrote = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return
      clearTimeout(timer)
      timer = setTimeout(idle, IDLE)
    }
    live.doc.on('update', wrote)
    const off = live.onMessage((message) => {
      if (message.type === 'not-typing-for' && message.person === typesFor) end(t('together.type-for-gone', { name }))
    })
    return () => {
      clearTimeout(timer)
      live.doc.off('update', wrote)
      off()
    }
  }, [typesFor, mayWrite, name, state, live, announce, t])
}

/** Nobody's words are written in secret. */
function useTold(state: Together): void {
  const t = useText()
  const announce = useAnnounce()
  const { names, me } = useDesk()
  const here = useHere(state.live)
  const told = useRef<readonly string[]>([])
  useEffect(() => {
    const writers = [...new Set(here.flatMap(({ person, typesFor }) => (typesFor === me.id ? [person] : [])))]
    for (const person of writers.filter((one) => !told.current.includes(one))) {
      const name = names.find(({ id }) => id === person)?.name ?? t('together.someone')
      announce({ kind: 'news', about: 'rest', sentence: t('together.types-for-you-now', { name }) })
    }
    told.current = writers
  }, [here, me.id, names, announce, t])
}
