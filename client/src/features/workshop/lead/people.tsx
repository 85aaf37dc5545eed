import { VOICES } from '@withy/shared/access'
import type { Desk } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import type { FromPage } from '../from-page.ts'
import { useRoom } from '../use-workshop.ts'
import { LeadPart } from './lead-part.tsx'
import { LobbySwitch } from './lobby.tsx'
import { TakeOut } from './take-out.tsx'

/** Who is in the room: by table, with voices, and what each needs to take part. */
export function People({ cards, drawCards }: Pick<FromPage, 'cards' | 'drawCards'>) {
  const t = useText()
  const { desk } = useRoom()
  const here = desk?.people.filter(({ waiting }) => !waiting) ?? []
  const voices = VOICES.map((voice) => ({ voice, count: here.filter((one) => one.voice === voice).length }))
  // What somebody shows for the day stands for what they keep with the plan.
  const today = here.flatMap(({ person, needs }) => (needs ? [{ person, card: needs }] : []))
  const needs = [...today, ...cards.filter(({ person }) => !today.some((one) => one.person === person))]
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
          {drawCards(needs)}
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
