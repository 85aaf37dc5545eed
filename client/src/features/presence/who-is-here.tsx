import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'

import { useSectionTitles } from './section-titles.ts'
import { usePeopleHere } from './use-people-here.ts'
import './presence.css'

type WhoIsHereProps = {
  /** Takes the focus to a section of the page. */
  readonly goTo: (section: string) => void
}

/** Everyone who is here, where they are, and a button to go there (SPEC SYNC-63). */
export function WhoIsHere({ goTo }: WhoIsHereProps) {
  const t = useText()
  const titleOf = useSectionTitles()
  const here = usePeopleHere((each) => ({ ...each, box: null }))
  if (here.length === 0) return <p className="quiet">{t('live.here-nobody')}</p>
  return (
    <ul className="who-is-here list">
      {here.map(({ person, name, section }) => (
        <li key={person.id} className="who">
          <Face name={person.name} colour={person.colour} />
          <span className="who-words">
            <span className="who-name">{name}</span>
            <span className="quiet small">
              {section === null ? t('live.here-looking') : t('live.here-in', { section: titleOf(section) })}
            </span>
          </span>
          {section === null ? null : <Button onClick={() => goTo(section)}>{t('live.go-to', { name })}</Button>}
        </li>
      ))}
    </ul>
  )
}
