import { can } from '@withy/shared/access'
import { isUnnamed, type PlanFacts } from '@withy/shared/api'
import { type Person, toldApart } from '@withy/shared/protocol'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { PersonDialog } from './person-dialog.tsx'
import './people.css'

type PeopleListProps = {
  readonly facts: PlanFacts
  /** People changed at the server: ask for them again. */
  readonly onChanged: () => Promise<void>
  /** The asker has left the plan. */
  readonly onLeft: () => void
}

/** Everybody in a plan: what they may do, who they say they are, and what may be changed about it. */
export function PeopleList({ facts, onChanged, onLeft }: PeopleListProps) {
  const t = useText()
  const [open, setOpen] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const names = toldApart(facts.people)
  const me = facts.people.find(({ id }) => id === facts.me)
  const aboutOf = ({ id, role, voice, cameBy }: Person) =>
    [
      t(`common.role-${role}`),
      t(`common.voice-${voice}`),
      ...(cameBy === 'code' ? [t('common.by-code')] : []),
      ...(facts.seat?.startedBy === id ? [t('people.starter')] : []),
    ].join(' · ')
  const show = (id: string) => {
    setSaved(false)
    setOpen(id)
  }
  const opened = facts.people.find(({ id }) => id === open)
  return (
    <>
      <ul className="list people">
        {facts.people.map((person) => {
          const name = names.get(person.id) ?? person.name
          const mine = person.id === facts.me
          return (
            <li key={person.id} className="person">
              <Face name={person.name} colour={person.colour} />
              <div className="person-words">
                <p>
                  {mine && isUnnamed(person) ? (
                    <span className="person-name">{t('common.you-unnamed')}</span>
                  ) : (
                    <>
                      <bdi className="person-name">{name}</bdi>
                      {mine ? <span className="quiet"> {t('common.you')}</span> : null}
                    </>
                  )}
                </p>
                <p className="quiet">{aboutOf(person)}</p>
              </div>
              {mine || (me && can(me.role, 'change-roles') && person.role !== 'owner') ? (
                <Button aria-label={t('people.change-named', { name })} onClick={() => show(person.id)}>
                  {t('join.change')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <p role="status" className="quiet">
        {saved ? t('people.role-saved') : ''}
      </p>
      {opened && me ? (
        <PersonDialog
          facts={facts}
          me={me}
          person={opened}
          name={names.get(opened.id) ?? opened.name}
          onChanged={onChanged}
          onSaved={() => setSaved(true)}
          onLeft={onLeft}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}
