import type { PlanFacts, Writer } from '@withy/shared/api'
import { useMemo } from 'react'
import type { Told } from '../../plan-view/changed-words.tsx'
import { namesIn } from '../../plan-view/names.ts'
import { andBetween } from '../../text/and-between.ts'
import { useLanguage, useText } from '../../text/use-text.ts'

/** Who thought of words that somebody else accepted; null: nobody else did. */
const suggesterOf = (writer: Writer | undefined): string | null =>
  writer?.suggested !== undefined && writer.suggested !== writer.person ? writer.suggested : null

/** Words of somebody's own, that they typed themselves. */
const isOwn = (writer: Writer | undefined): boolean =>
  !!writer && !suggesterOf(writer) && (writer.for === null || writer.for === writer.person)

/** Names people for sentences: "Rosa (typed by Kofi), Ben (accepted, suggested by Sue) and Anna". People who left keep their names. */
export function useWriters(facts: Pick<PlanFacts, 'people' | 'former'>) {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const names = new Map(namesIn(facts).map(({ id, name }) => [id, name]))
    const nameOf = (id: string) => names.get(id) ?? t('history.someone')
    const called = (writer: Writer | undefined, all: readonly (Writer | undefined)[]): string => {
      if (!writer) return t('history.someone')
      if (suggesterOf(writer)) {
        const theirs = all.filter((other) => other?.person === writer.person)
        const by = theirs.flatMap((other) => suggesterOf(other) ?? [])
        const key = theirs.some(isOwn) ? 'suggested-some' : 'suggested-by'
        return t(`history.${key}`, {
          name: nameOf(writer.person),
          by: andBetween([...new Set(by)].map(nameOf), language),
        })
      }
      if (writer.tookFor !== undefined)
        return t('history.took-for', { name: nameOf(writer.person), other: nameOf(writer.tookFor) })
      if (writer.for === null || writer.for === writer.person) return nameOf(writer.person)
      return t('history.typed-by', { name: nameOf(writer.for), by: nameOf(writer.person) })
    }
    const listed = (writers: readonly (Writer | undefined)[]) => {
      // Nobody is named twice because some of their words were suggested.
      const isTold = (writer: Writer | undefined) =>
        isOwn(writer) && writers.some((other) => other?.person === writer?.person && suggesterOf(other))
      const names = writers.filter((writer) => !isTold(writer)).map((writer) => called(writer, writers))
      return andBetween([...new Set(names)], language)
    }
    return {
      nameOf,
      listed,
      /** By the numbers of a comparison. */
      told(writers: readonly Writer[], by: readonly number[] | undefined): Told {
        if (!by || by.length === 0) return { who: 'none', names: '' }
        const found = by.map((number) => writers[number])
        return { who: found.some((writer) => writer) ? 'known' : 'unknown', names: listed(found) }
      },
    }
  }, [facts, language, t])
}
