import type { Said, SaidPassage } from '@withy/shared/api'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import type { SaidState } from './said-state.ts'

/** Does what a row's button asks for, says it, and takes the focus to the row that came in its place (SPEC A11Y-254). */
export function useChange({ said, came }: SaidState, place: RefObject<HTMLElement | null>) {
  const announce = useAnnounce()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  /** The row the focus goes on to, once it is drawn. */
  const next = useRef<{ readonly row: string; readonly goOn: GoOn } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is there when what is known has been drawn
  useEffect(() => {
    if (next.current === null) return
    const { row, goOn } = next.current
    next.current = null
    const button = place.current?.querySelector<HTMLElement>(`[data-said="${CSS.escape(row)}"] button`)
    goOn(button ?? place.current?.querySelector('summary'))
  }, [said, place])

  /** @param to where these words are afterwards */
  async function change(words: SaidPassage, to: 'said' | 'unsaid', ask: () => Promise<Said>, done: string) {
    const goOn = focusFromHere()
    const before = new Set(said[to].map(({ id }) => id))
    setBusy(true)
    try {
      const now = await ask()
      // Others may have been typed meanwhile: one more press there would be about those.
      const fresh = now[to].filter(({ id, box, item }) => !before.has(id) && box === words.box && item === words.item)
      next.current = { row: fresh.find((one) => one.words === words.words)?.id ?? '', goOn }
      came(now)
      setTrouble(null)
      announce({ kind: 'done', sentence: done })
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { trouble, isBusy, change }
}
