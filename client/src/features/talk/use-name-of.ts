import { useCallback } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'

/** Names as the plan shows them: "You" for oneself, and those who have left. */
export function useNameOf(): (person: string) => string {
  const t = useText()
  const { names, me } = useDesk()
  return useCallback(
    (person) =>
      person === me.id ? t('talk.you') : (names.find(({ id }) => id === person)?.name ?? t('talk.gone-person')),
    [names, me.id, t],
  )
}
