import type { PlanFacts, Writer } from '@withy/shared/api'
import { useMemo } from 'react'
import { namesIn } from '../../plan-view/names.ts'
import { useLanguage, useText } from '../../text/use-text.ts'

/** Who did something, for a sentence: `known` with names, `unknown` where nobody knows who, `none` where nothing is to be said. */
export type Told = { readonly who: 'known' | 'unknown' | 'none'; readonly names: string }

/** Names people for sentences: "Rosa (typed by Kofi) and Anna". People who left keep their names. */
export function useWriters(facts: Pick<PlanFacts, 'people' | 'former'>) {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const names = new Map(namesIn(facts).map(({ id, name }) => [id, name]))
    const and = new Intl.ListFormat(language, { type: 'conjunction' })
    const nameOf = (id: string) => names.get(id) ?? t('history.someone')
    const called = (writer: Writer | undefined): string => {
      if (!writer) return t('history.someone')
      if (writer.for === null || writer.for === writer.person) return nameOf(writer.person)
      return t('history.typed-by', { name: nameOf(writer.for), by: nameOf(writer.person) })
    }
    const listed = (writers: readonly (Writer | undefined)[]) => and.format([...new Set(writers.map(called))])
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
