import { useMemo } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { andBetween } from '../../../text/and-between.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'

/** Names people of the plan on the desk for sentences; those who are not known any more too. */
export function useNames() {
  const t = useText()
  const language = useLanguage()
  const { names, me } = useDesk()
  return useMemo(() => {
    const byId = new Map(names.map(({ id, name }) => [id, name]))
    const nameOf = (id: string) => byId.get(id) || t('talk.gone-person')
    const listed = (ids: readonly string[]) => andBetween(ids.map(nameOf), language)
    return {
      nameOf,
      listed,
      /** For texts that say it otherwise to who did it: `{who, select, me {…} other {… {name} …}}`. */
      told: (id: string) => ({ who: id === me.id ? 'me' : 'other', name: nameOf(id) }),
    }
  }, [names, me.id, language, t])
}
