import type { PlanFacts, Writer } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import { useMemo } from 'react'
import type { Told } from '../../plan-view/changed-words.tsx'
import { namesIn } from '../../plan-view/names.ts'
import { useLanguage, useText } from '../../text/use-text.ts'

/** "Anna, Ben and Eve". What browsers have for Welsh leaves the word out, or writes "a(c)": which of the two it is goes by what follows. */
export function andBetween(names: readonly string[], language: Language): string {
  const last = names.at(-1)
  if (language !== 'cy' || last === undefined || names.length === 1)
    return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
  const and = /^(?:[aeiou]|y[^aeiou])/i.test(last.normalize('NFD')) ? 'ac' : 'a'
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Names people for sentences: "Rosa (typed by Kofi) and Anna". People who left keep their names. */
export function useWriters(facts: Pick<PlanFacts, 'people' | 'former'>) {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const names = new Map(namesIn(facts).map(({ id, name }) => [id, name]))
    const nameOf = (id: string) => names.get(id) ?? t('history.someone')
    const called = (writer: Writer | undefined): string => {
      if (!writer) return t('history.someone')
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
