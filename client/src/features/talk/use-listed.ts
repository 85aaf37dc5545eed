import type { TalkPlace } from '@withy/shared/protocol'
import { useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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
  const { shown, sortAnew } = useStaying(sections, wanted)
  const people = useMemo(
    () => [...new Set(entries.flatMap((entry) => [...entry.people]))].map((id) => ({ id, name: nameOf(id) })),
    [entries, nameOf],
  )
  return {
    isHere: talk.isHere,
    isEmpty: entries.length === 0,
    waiting: waiting.length,
    ...{ wanted, want, sections, shown, sortAnew, people },
  }
}

/**
 * What was shown stays where it is until somebody chooses anew, or goes on: nothing goes from under one's hands because it was answered.
 * @returns `sortAnew`: puts what waits now first; false: it stood so
 */
function useStaying(sections: readonly Section[], wanted: Wanted) {
  const t = useText()
  const [round, setRound] = useState(0)
  const stays = useRef({ wanted, round, ids: new Set<string>(), first: new Set<string>() })
  const shown = useMemo(() => {
    if (stays.current.wanted !== wanted) stays.current = { wanted, round, ids: new Set(), first: new Set() }
    if (stays.current.round !== round) {
      const first = sections.flatMap(({ items }) => items.flatMap(({ item }) => (item.waits ? [item.id] : [])))
      stays.current = { ...stays.current, round, first: new Set(first) }
    }
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
    return [{ id: WAITING, title: t(headingOf(named)), items: named }, ...others].filter(
      ({ items }) => items.length > 0,
    )
  }, [sections, wanted, round, t])
  const sortAnew = useCallback(() => {
    const isSorted = shown.every(({ id, items }) =>
      items.every(({ item }) => (id === WAITING) === (item.waits !== null)),
    )
    if (!isSorted) flushSync(() => setRound((before) => before + 1))
    return !isSorted
  }, [shown])
  return { shown, sortAnew }
}

/** What was answered while it stood among what waits is not said to wait. */
const headingOf = (items: readonly Listed[]) => {
  if (items.every(({ item }) => item.waits)) return 'talk-waiting.first'
  return items.some(({ item }) => item.waits) ? 'talk-waiting.first-some' : 'talk-waiting.first-done'
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
