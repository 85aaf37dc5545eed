import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { createDigest } from '../../live/digest.ts'
import { countOf } from '../../live/held.ts'
import { useText } from '../../text/use-text.ts'
import { LET_IN, type LetInFor } from './ask-to-let-in.ts'
import type { Together } from './together-state.ts'
import { useAlone } from './use-alone.ts'
import { useFollow } from './use-follow.ts'
import { useStill } from './use-still.ts'
import { useTypeFor } from './use-type-for.ts'
import { WriteAnyway } from './write-anyway.tsx'

type DoingProps = {
  readonly calm: boolean
  readonly goTo: (section: string, focus: boolean) => void
  readonly state: Together
}

/** Does what was chosen for as long as the plan is open. Draws nothing but a question. */
export function Doing({ calm, goTo, state }: DoingProps) {
  useHeldInCalm(state, calm)
  useLettingIn(state)
  useWaitingNews(state)
  useFollow(state, goTo)
  useAlone(state)
  useTypeFor(state)
  useStill(state.live)
  return <WriteAnyway />
}

function useHeldInCalm(state: Together, calm: boolean): void {
  const { writing } = state
  const isWriting = useSyncExternalStore(writing.on, () => writing.now() !== null)
  useEffect(() => {
    state.hold('calm', calm && isWriting)
  }, [state, calm, isWriting])
}

function useLettingIn(state: Together): void {
  const t = useText()
  const announce = useAnnounce()
  useEffect(() => {
    const letIn = (event: Event) => {
      const what = (event as CustomEvent<LetInFor>).detail
      const count = state.letIn()
      if (count > 0)
        announce({ kind: 'done', sentence: t(what === 'copy' ? 'together.shown-first' : 'together.shown', { count }) })
    }
    document.addEventListener(LET_IN, letIn)
    return () => document.removeEventListener(LET_IN, letIn)
  }, [state, announce, t])
}

/** How many wait is told after a pause, as changes that are seen are. */
function useWaitingNews(state: Together): void {
  const announce = useAnnounce()
  const told = useRef(0)
  useEffect(() => {
    const count = () => countOf(state.now().waiting ?? [])
    const digest = createDigest(() => {
      if (count() > 0) announce({ kind: 'waiting', count: count() })
    })
    const off = state.onChange(() => {
      if (count() > told.current) digest.changed('', [null])
      told.current = count()
    })
    return () => {
      off()
      digest.stop()
    }
  }, [state, announce])
}
