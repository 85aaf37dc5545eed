import type { PlanFacts, Writer } from '@withy/shared/api'
import { useMemo } from 'react'
import type { Told } from '../../plan-view/changed-words.tsx'
import { namesIn } from '../../plan-view/names.ts'
import { andBetween } from '../../text/and-between.ts'
import { useLanguage, useText } from '../../text/use-text.ts'

/** Names people for sentences: "Rosa (typed by Kofi), Ben (accepted, suggested by Sue) and Anna". People who left keep their names. */
export function useWriters(facts: Pick<PlanFacts, 'people' | 'former'>) {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const names = new Map(namesIn(facts).map(({ id, name }) => [id, name]))
    const nameOf = (id: string) => names.get(id) ?? t('history.someone')
    const called = (writer: Writer | undefined): string => {
      if (!writer) return t('history.someone')
      if (writer.suggested !== undefined && writer.suggested !== writer.person)
        return t('history.suggested-by', { name: nameOf(writer.person), by: nameOf(writer.suggested) })
      if (writer.for === null || writer.for === writer.person) return nameOf(writer.person)
      return t('history.typed-by', { name: nameOf(writer.for), by: nameOf(writer.person) })
    }
    const listed = (writers: readonly (Writer | undefined)[]) => andBetween([...new Set(writers.map(called))], language)
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
