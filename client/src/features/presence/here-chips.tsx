import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { colourOf, peopleHere } from './people-here.ts'
import './presence.css'

/**
 * The names of those who are in a section, to stand beside it. Not a live region: the announcer tells of comings and
 * goings, and these change too often to be read out.
 */
export function HereChips({ section }: { readonly section: string }) {
  const t = useText()
  const { live, people, me } = useDesk()
  const inSection = peopleHere(useHere(live), people, me.id).filter((here) => here.section === section)
  if (inSection.length === 0) return null
  return (
    <ul className="here-chips list">
      {inSection.map(({ person, box }) => (
        <li key={person.id} className="here-chip" style={colourOf(person)}>
          {t(box ? 'live.writing-here' : 'live.is-here', { name: person.name })}
        </li>
      ))}
    </ul>
  )
}
