import type { Version } from '@withy/shared/api'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'

type Named = Pick<Version, 'kind' | 'at' | 'name' | 'number'>

/** What a version is called, with the day and time where its name does not say more. */
export function useVersionName() {
  const t = useText()
  const { day, time } = useDates()
  return ({ kind, at, name, number }: Named): string => {
    const iso = new Date(at).toISOString()
    const when = { day: day(iso), time: time(iso) }
    if (kind === 'now') return t('history.now')
    if (kind === 'sealed') return t('history.sealed', { number: number ?? 0, ...when })
    return kind === 'named' ? t('history.named', { name: name ?? '', ...when }) : t('history.moment', when)
  }
}
