import type { GlossaryChange, GlossaryWord } from '@withy/shared/api'
import { useEffect, useSyncExternalStore } from 'react'
import { changeGlossary, readGlossary } from '../../api/glossary.ts'
import { createListeners } from '../../live/listeners.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLinkStage } from '../../live/use-live.ts'

const NONE: readonly GlossaryWord[] = []
const known = new Map<string, readonly GlossaryWord[]>()
const listeners = createListeners<void>()
/** How often something was changed from here: an answer that was asked for before is older than what that gave. */
let changes = 0

function keep(plan: string, words: readonly GlossaryWord[]): void {
  known.set(plan, words)
  listeners.tell()
}

/** The words the plan explains, as this page knows them. None before they have come. */
export const useKnownWords = (plan: string): readonly GlossaryWord[] =>
  useSyncExternalStore(listeners.add, () => known.get(plan) ?? NONE)

/** Asks for them. Where they cannot be had, those that are known stay. */
export async function askForWords(plan: string): Promise<void> {
  const before = changes
  const words = await readGlossary(plan).then(
    (answer) => answer.words,
    () => null,
  )
  if (words && changes === before) keep(plan, words)
}

/** @throws what `send` throws; then nothing is changed */
export async function changeWords(plan: string, change: GlossaryChange): Promise<void> {
  const { words } = await changeGlossary(plan, change)
  changes += 1
  keep(plan, words)
}

/** People whose page asks again because all of them were told the same do so within this time (ms). */
const APART = 400

/** Asks again when the room says that they changed, or may have while it was lost. */
export function useFollowedWords(plan: string, live: LivePlan): void {
  const isOpen = useLinkStage(live) === 'open'
  useEffect(() => {
    if (!isOpen) return
    void askForWords(plan)
    let timer: ReturnType<typeof setTimeout> | undefined
    const off = live.onMessage((message) => {
      if (message.type !== 'glossary') return
      clearTimeout(timer)
      timer = setTimeout(() => void askForWords(plan), Math.random() * APART)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [plan, live, isOpen])
}
