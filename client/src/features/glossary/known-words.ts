import type { GlossaryChange, GlossaryWord } from '@withy/shared/api'
import { useEffect, useSyncExternalStore } from 'react'
import { changeGlossary, readGlossary } from '../../api/glossary.ts'
import { onTabEmptied } from '../../live/empty-tab.ts'
import { createListeners } from '../../live/listeners.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLinkStage } from '../../live/use-live.ts'

const known = new Map<string, readonly GlossaryWord[]>()
const listeners = createListeners<void>()
/** How often something was changed from here: an answer that was asked for before is older than what that gave. */
let changes = 0
/** Plans whose words are being asked for. */
const asking = new Set<string>()

onTabEmptied(() => {
  // What was asked for as somebody else is not for whoever is here now.
  changes += 1
  asking.clear()
  known.clear()
  listeners.tell()
})

function keep(plan: string, words: readonly GlossaryWord[]): void {
  known.set(plan, words)
  listeners.tell()
}

/** The words the plan explains, as this page knows them. null: they have not come yet. */
export const useKnownWords = (plan: string): readonly GlossaryWord[] | null =>
  useSyncExternalStore(listeners.add, () => known.get(plan) ?? null)

/** Asks for them. Where they cannot be had, those that are known stay. */
export async function askForWords(plan: string): Promise<void> {
  const before = changes
  asking.add(plan)
  const words = await readGlossary(plan).then(
    (answer) => answer.words,
    () => null,
  )
  asking.delete(plan)
  if (words && changes === before) keep(plan, words)
}

/** Asks for them where nothing on the page has. */
export function needWords(plan: string): void {
  if (!known.has(plan) && !asking.has(plan)) void askForWords(plan)
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
