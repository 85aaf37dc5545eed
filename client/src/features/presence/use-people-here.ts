import { useSyncExternalStore } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { type PersonHere, peopleHere } from './people-here.ts'

/**
 * The people who are here, as far as `choose` looks at them. Draws again only when that part changes, not with every
 * step of a caret.
 * @param choose gives null for those who do not matter here; read once for each change, so it may be new every time
 */
export function usePeopleHere(choose: (here: PersonHere) => PersonHere | null): readonly PersonHere[] {
  const { live, people, me } = useDesk()
  const chosen = () => peopleHere(live.here(), people, me.id).flatMap((here) => choose(here) ?? [])
  // A string compares by what it says: the list itself is new every time.
  const said = useSyncExternalStore(live.onHere, () =>
    JSON.stringify(
      chosen().map(({ person, name, section, box, alone }) => [person.id, name, section, box !== null, alone]),
    ),
  )
  return said === '[]' ? [] : chosen()
}
