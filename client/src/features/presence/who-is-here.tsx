import { isUnnamed } from '@withy/shared/api'
import type { ReactNode } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useSectionTitles } from '../../live/section-titles.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { namesOf } from './people-here.ts'
import { usePeopleHere } from './use-people-here.ts'
import './presence.css'

type WhoIsHereProps = {
  /** Takes the focus to a section of the page. */
  readonly goTo: (section: string) => void
  /** What else can be done with somebody. */
  readonly more?: (person: string, name: string) => ReactNode
}

/** Everyone of the plan, those who are here first, with where they are and a button to go there (SPEC SYNC-63). */
export function WhoIsHere({ goTo, more }: WhoIsHereProps) {
  const t = useText()
  const { people, me } = useDesk()
  const titleOf = useSectionTitles()
  const here = new Map(
    usePeopleHere((each) => ({ ...each, box: null, alone: null })).map((each) => [each.person.id, each]),
  )
  const isHere = (id: string) => id === me.id || here.has(id)
  const inOrder = [me, ...people.filter(({ id }) => here.has(id)), ...people.filter(({ id }) => !isHere(id))]
  return (
    <>
      {here.size === 0 && <p className="quiet">{t('live.here-nobody')}</p>}
      <ul className="who-is-here list">
        {inOrder.map((person) => {
          const name = namesOf(people).get(person.id) ?? person.name
          const section = here.get(person.id)?.section ?? null
          const title = section === null ? null : titleOf(section)
          const place = title === null ? t('live.here-looking') : t('live.here-in', { section: title })
          return (
            <li key={person.id} className={isHere(person.id) ? 'who' : 'who who-away'}>
              <Face name={person.name} colour={person.colour} />
              <span className="who-words">
                <span>
                  {person.id === me.id && isUnnamed(me) ? (
                    <span className="who-name">{t('common.you-unnamed')}</span>
                  ) : (
                    <>
                      <bdi className="who-name">{name}</bdi> {person.id === me.id && t('common.you')}
                    </>
                  )}
                </span>
                <span className="quiet small">
                  {[
                    t(`common.role-${person.role}`),
                    t(`common.voice-${person.voice}`),
                    ...(person.cameBy === 'code' ? [t('common.by-code')] : []),
                  ].join(' · ')}
                </span>
                {here.has(person.id) && <span className="small">{place}</span>}
              </span>
              <div className="who-do">
                {section !== null && title !== null && (
                  <Button look="quiet" aria-label={t('live.go-to', { name })} onClick={() => goTo(section)}>
                    {t('live.go')}
                  </Button>
                )}
                {person.id !== me.id && more?.(person.id, name)}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
