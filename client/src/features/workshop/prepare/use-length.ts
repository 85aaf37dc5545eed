import { useText } from '../../../text/use-text.ts'

/** A length of time in words: "1 hour 35 minutes". */
export function useLength(): (minutes: number) => string {
  const t = useText()
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    return [
      hours > 0 ? t('workshop-prepare.hours', { count: hours }) : '',
      rest > 0 || hours === 0 ? t('workshop-prepare.minutes', { count: rest }) : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}
