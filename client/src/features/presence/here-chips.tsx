import { useText } from '../../text/use-text.ts'
import { colourOf } from './people-here.ts'
import { usePeopleHere } from './use-people-here.ts'
import './presence.css'

/**
 * The names of those who are in a section, to stand beside it. Not a live region: the announcer tells of comings and
 * goings, and these change too often to be read out.
 */
export function HereChips({ section }: { readonly section: string }) {
  const t = useText()
  const inSection = usePeopleHere((here) => (here.section === section || here.alone === section ? here : null))
  if (inSection.length === 0) return null
  return (
    <ul className="here-chips list" data-not-printed="">
      {inSection.map(({ person, name, box, alone }) => (
        <li key={person.id} className="here-chip" style={colourOf(person)}>
          {t(alone === section ? 'live.alone-here' : box ? 'live.writing-here' : 'live.is-here', { name })}
          {person.cameBy === 'code' && ` · ${t('common.by-code')}`}
        </li>
      ))}
    </ul>
  )
}
