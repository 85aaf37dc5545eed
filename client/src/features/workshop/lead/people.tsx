import { VOICES } from '@withy/shared/access'
import type { Desk } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import { useRoom } from '../use-workshop.ts'
import { LeadPart } from './lead-part.tsx'
import { LobbySwitch } from './lobby.tsx'
import { TakeOut } from './take-out.tsx'

/** Who is in the room: by table, with voices, and what each needs to take part. */
export function People() {
  const t = useText()
  const { desk } = useRoom()
  const here = desk?.people.filter(({ waiting }) => !waiting) ?? []
  const voices = VOICES.map((voice) => ({ voice, count: here.filter((one) => one.voice === voice).length }))
  const needs = here.filter((one) => one.needs !== null)
  return (
    <>
      <LeadPart title={t('workshop-lead.people')} news={t('workshop-lead.people-here', { count: here.length })}>
        <p>
          {voices
            .filter(({ count }) => count > 0)
            .map(({ voice, count }) => `${t(`common.voice-${voice}`)}: ${count}`)
            .join(' · ')}
        </p>
        <ul className="list lead-list lead-people">
          {tablesOf(here).map(({ person, people }) => (
            <li key={person}>
              {people.length > 1 ? (
                <p className="quiet small">{t('workshop-lead.table', { count: people.length })}</p>
              ) : null}
              {people.map((who) => (
                <div key={who.id} className="lead-line">
                  <span>
                    <strong>{who.name}</strong> <span className="quiet small">{t(`common.voice-${who.voice}`)}</span>
                  </span>
                  <TakeOut who={who} hasTable={people.length > 1} />
                </div>
              ))}
            </li>
          ))}
        </ul>
        <LobbySwitch />
      </LeadPart>
      {needs.length > 0 ? (
        <LeadPart title={t('workshop-lead.needs')} news={t('workshop-lead.needs-of', { count: needs.length })}>
          <p className="quiet small">{t('workshop-lead.needs-private')}</p>
          <ul className="list lead-list">
            {needs.map(({ id, name, needs }) => (
              <li key={id}>
                <strong>{name}</strong>
                {needs?.ticks.map((need) => (
                  <p key={need}>{t(`workshop-lead.need-${need}`)}</p>
                ))}
                {needs?.words ? <p className="lead-own">{needs.words}</p> : null}
              </li>
            ))}
          </ul>
        </LeadPart>
      ) : null}
    </>
  )
}

type Seated = Desk['people'][number]

/** People by the device they are at, in the order the devices came. */
export function tablesOf(people: readonly Seated[]): { readonly person: string; readonly people: readonly Seated[] }[] {
  const tables = new Map<string, Seated[]>()
  for (const one of people) tables.set(one.person, [...(tables.get(one.person) ?? []), one])
  return [...tables].map(([person, people]) => ({ person, people }))
}
