import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Tick } from '../../../ui/choices.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Who leads, and how the others come in. `code`: the way in for people in the room, which is another feature's. */
export function WhoComes({ code }: { readonly code: ReactNode }) {
  const t = useText()
  const { id, people, names } = useDesk()
  const { desk, steer } = useRoom()
  const { trouble, send } = useSending()
  const leading = people.filter(({ role }) => role === 'owner' || role === 'facilitator')
  const nameOf = (person: string) => names.find((one) => one.id === person)?.name ?? ''
  return (
    <>
      <section className="stack" aria-labelledby="prepare-leads">
        <h2 id="prepare-leads">{t('workshop-prepare.leads')}</h2>
        <p>{t('workshop-prepare.leads-why')}</p>
        <ul>
          {leading.map((person) => (
            <li key={person.id}>{nameOf(person.id)}</li>
          ))}
        </ul>
        <p>
          <Link href={`/plans/${id}/share`} className="link-alone">
            {t('workshop-prepare.leads-invite')}
          </Link>
        </p>
      </section>
      <section className="stack" aria-labelledby="prepare-come">
        <h2 id="prepare-come">{t('workshop-prepare.come')}</h2>
        {code}
        {desk ? (
          <Tick
            label={t('workshop-prepare.lobby')}
            about={t('workshop-prepare.lobby-about')}
            ticked={desk.lobby}
            onTick={(on) => void send(() => steer({ do: 'lobby', on }))}
          />
        ) : null}
        <div role="alert">{trouble}</div>
      </section>
    </>
  )
}
