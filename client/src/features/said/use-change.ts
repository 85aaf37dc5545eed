import type { Said } from '@withy/shared/api'
import { type RefObject, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { focusFromHere } from '../../ui/late-focus.ts'
import type { SaidState } from './said-state.ts'

/** Does what a row's button asks for, says it, and takes the focus to the row that came in its place (SPEC A11Y-254). */
export function useChange({ said, came }: SaidState, place: RefObject<HTMLElement | null>) {
  const announce = useAnnounce()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function change(ask: () => Promise<Said>, done: string) {
    const goOn = focusFromHere()
    const before = new Set([...said.said, ...said.unsaid].map(({ id }) => id))
    setBusy(true)
    try {
      const now = await ask()
      came(now)
      setTrouble(null)
      announce({ kind: 'done', sentence: done })
      const fresh = [...now.said, ...now.unsaid].find(({ id }) => !before.has(id))?.id ?? ''
      requestAnimationFrame(() => {
        const row = place.current?.querySelector<HTMLElement>(`[data-said="${CSS.escape(fresh)}"] button`)
        goOn(row ?? place.current?.querySelector('summary'))
      })
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { trouble, isBusy, change }
}
