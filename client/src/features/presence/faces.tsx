import { useText } from '../../text/use-text.ts'
import { Face } from '../../ui/face.tsx'
import { usePeopleHere } from './use-people-here.ts'
import './presence.css'

/** So many circles at most, the count of the others being one. */
const SHOWN = 3

/** The faces of those who are here, small, for the bar; the words for them are said with the button around it. */
export function Faces() {
  const t = useText()
  const here = usePeopleHere((each) => ({ ...each, section: null, box: null, alone: null }))
  const faces = here.length > SHOWN ? SHOWN - 1 : here.length
  return (
    <span className="faces">
      {here.slice(0, faces).map(({ person }) => (
        <Face key={person.id} name={person.name} colour={person.colour} />
      ))}
      {here.length > faces ? (
        <span className="face face-more" aria-hidden="true">
          {`+${here.length - faces}`}
        </span>
      ) : null}
      <span className="unseen">{t('live.here-count', { count: here.length })}</span>
    </span>
  )
}
