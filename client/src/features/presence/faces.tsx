import { useText } from '../../text/use-text.ts'
import { Face } from '../../ui/face.tsx'
import { usePeopleHere } from './use-people-here.ts'
import './presence.css'

const SHOWN = 4

/** The faces of those who are here, small, for the bar; the words for them are said with the button around it. */
export function Faces() {
  const t = useText()
  const here = usePeopleHere((each) => ({ ...each, section: null, box: null }))
  return (
    <span className="faces">
      {here.slice(0, SHOWN).map(({ person }) => (
        <Face key={person.id} name={person.name} colour={person.colour} />
      ))}
      {here.length > SHOWN ? (
        <span className="face face-more" aria-hidden="true">
          {`+${here.length - SHOWN}`}
        </span>
      ) : null}
      <span className="unseen">{t('live.here-count', { count: here.length })}</span>
    </span>
  )
}
