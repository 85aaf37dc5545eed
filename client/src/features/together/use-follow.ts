import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import type { Here } from '../../live/live-plan.ts'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { type Together, useTogether } from './together-state.ts'

/**
 * This person's view goes along with another's, section by section (SPEC SYNC-156). It ends on Escape and as soon as they write
 * anything. The focus goes along only where nobody needs it.
 */
export function useFollow(state: Together, goTo: (section: string, focus: boolean) => void): void {
  const t = useText()
  const announce = useAnnounce()
  const { live, writing } = state
  const { names, me } = useDesk()
  const here = useHere(live)
  const { follows } = useTogether(state)
  const name = names.find(({ id }) => id === follows)?.name ?? t('together.someone')
  const section = follows === null ? null : sectionOf(here, follows)
  const isRound = follows !== null && leadsTo(here, follows, me.id)
  const newest = useRef({ goTo, name })
  newest.current = { goTo, name }
  const left = useRef<Element | null>(null)

  useEffect(() => {
    if (follows !== null) left.current = document.activeElement
  }, [follows])

  useEffect(() => {
    if (section === null || isRound || document.querySelector('dialog[open]')) return
    const now = document.activeElement
    // Where following left it, or where the button was that began it.
    const isFree = now === null || now === document.body || now === left.current
    newest.current.goTo(section, isFree)
    if (isFree) left.current = document.activeElement
  }, [section, isRound])

  useEffect(() => {
    if (follows === null) return
    const stop = (sentence: 'together.follow-ended' | 'together.follow-round') => {
      state.follow(null)
      announce({ kind: 'done', sentence: t(sentence, { name: newest.current.name }) })
    }
    if (isRound) return stop('together.follow-round')
    const ended = () => stop('together.follow-ended')
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) ended()
    }
    const { signal, abort } = signals()
    document.addEventListener('keydown', press, { signal })
    document.addEventListener('beforeinput', ended, { signal, capture: true })
    const off = writing.on(() => writing.now() !== null && ended())
    return () => {
      abort()
      off()
    }
  }, [follows, isRound, state, writing, announce, t])
}

function signals() {
  const stop = new AbortController()
  return { signal: stop.signal, abort: () => stop.abort() }
}

/** Where somebody writes, else where they read. */
function sectionOf(here: readonly Here[], person: string): string | null {
  const pages = here.filter((page) => page.person === person && !page.screen)
  return (pages.find(({ box }) => box) ?? pages.find((page) => page.section))?.section ?? null
}

/** Whether whom one follows follows oneself in the end: both would walk to where the other was, for ever. */
function leadsTo(here: readonly Here[], from: string, to: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = from; at && !seen.has(at); ) {
    if (at === to) return true
    seen.add(at)
    const followed: string = at
    at = here.find((page) => page.person === followed && page.follows)?.follows
  }
  return false
}
