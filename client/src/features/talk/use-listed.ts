import type { TalkPlace } from '@withy/shared/protocol'
import { useMemo, useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useWholePlan } from '../../live/whole-plan.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { grouped } from '../../ui/grouped.ts'
import { type Entry, EVERYTHING, entriesOf, isWanted, type Wanted } from './entries.ts'
import { placesOf } from './plan-places.ts'
import { useAllTalk } from './talk-context.ts'
import { useNameOf } from './use-name-of.ts'
import { useWaiting } from './use-waiting.ts'

export type Listed = {
  readonly item: Entry
  readonly name: string
  /** What the plan has no place for has no way to it. */
  readonly hasWay: boolean
}
type Section = { readonly id: string; readonly title: string; readonly items: readonly Listed[] }

/** All that is said: what waits for whoever is here first, the rest by section, in the order of the plan, and as much of it as somebody wants to see. */
export function useListed() {
  const nameOf = useNameOf()
  const talk = useAllTalk()
  const waiting = useWaiting()
  const [wanted, want] = useState(EVERYTHING)
  const entries = useMemo(() => entriesOf(talk, waiting), [talk, waiting])
  const sections = useBySection(entries)
  const shown = useStaying(sections, wanted)
  const people = useMemo(
    () => [...new Set(entries.flatMap((entry) => [...entry.people]))].map((id) => ({ id, name: nameOf(id) })),
    [entries, nameOf],
  )
  return {
    isHere: talk.isHere,
    isEmpty: entries.length === 0,
    waiting: waiting.length,
    ...{ wanted, want, sections, shown, people },
  }
}

/** What was shown stays where it is until somebody chooses anew: nothing goes from under one's hands because it was answered. */
function useStaying(sections: readonly Section[], wanted: Wanted): readonly Section[] {
  const t = useText()
  const stays = useRef({ wanted, ids: new Set<string>(), first: new Set<string>() })
  return useMemo(() => {
    if (stays.current.wanted !== wanted) stays.current = { wanted, ids: new Set(), first: new Set() }
    const { ids, first } = stays.current
    const shown = sections.flatMap(({ id, title, items }) =>
      items.flatMap((listed) => {
        const { item } = listed
        if (isWanted(item, id, wanted) && !ids.has(item.id)) {
          ids.add(item.id)
          if (item.waits) first.add(item.id)
        }
        return ids.has(item.id) ? [{ id, title, listed, isFirst: first.has(item.id) }] : []
      }),
    )
    const waiting = shown.filter(({ isFirst }) => isFirst)
    const others = sections.map(({ id, title }) => ({
      ...{ id, title },
      items: shown.flatMap((each) => (each.id === id && !each.isFirst ? [each.listed] : [])),
    }))
    const named = waiting.map(({ title, listed }) => ({
      ...listed,
      name: [title, listed.name].filter((name) => name !== '').join(' · '),
    }))
    return [{ id: WAITING, title: t('talk-waiting.first'), items: named }, ...others].filter(
      ({ items }) => items.length > 0,
    )
  }, [sections, wanted, t])
}

/** Where what waits stands: no section is called so. */
const WAITING = '?'

const keyOf = ({ box, item }: Pick<TalkPlace, 'box' | 'item'>): string => `${box}\n${item ?? ''}`

/** Under the sections they are about, as the plan has them; what it has no place for comes last. */
function useBySection(entries: readonly Entry[]): readonly Section[] {
  const t = useText()
  const lang = useLanguage()
  const { template } = useDesk()
  const plan = useWholePlan()
  const places = useMemo(
    () =>
      placesOf(plan, template, lang, {
        own: t('plan.own-section'),
        takenOut: (name) => t('talk.taken-out', { name }),
      }),
    [plan, template, lang, t],
  )
  return useMemo(() => {
    const byPlace = new Map(grouped(entries, ({ place }) => keyOf(place)))
    const found = places.map(({ id, title, isOut, places }) => ({
      ...{ id, title },
      items: places.flatMap((place) => {
        const here = byPlace.get(keyOf(place)) ?? []
        byPlace.delete(keyOf(place))
        return here.map((item) => ({ item, name: place.name, hasWay: !isOut }))
      }),
    }))
    const others = [...byPlace.values()].flat().map((item) => ({ item, name: '', hasWay: false }))
    return [...found, { id: '', title: t('talk.unsaid-place'), items: others }].filter(({ items }) => items.length > 0)
  }, [places, entries, t])
}
