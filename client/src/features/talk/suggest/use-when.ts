import { useCallback } from 'react'
import { useDates } from '../../../text/use-dates.ts'
import { useText } from '../../../text/use-text.ts'

/** When something was decided, for a sentence: of today the time, else the day. In: ms since 1970. */
export function useWhen(): (at: number) => string {
  const t = useText()
  const { day, time } = useDates()
  return useCallback(
    (at) => {
      const then = new Date(at).toISOString()
      const today = day(then) === day(new Date().toISOString()) ? 'yes' : 'no'
      return t('talk-suggest.when', { today, day: day(then), time: time(then) })
    },
    [t, day, time],
  )
}
