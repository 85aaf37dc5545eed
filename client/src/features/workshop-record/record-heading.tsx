import type { WorkshopRecord } from '@withy/shared/api'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'

/** When a workshop was, and how many of its ideas have an answer. */
export function RecordHeading({ record }: { readonly record: WorkshopRecord }) {
  const t = useText()
  return (
    <>
      <p>{useWhen(record)}</p>
      <p>
        {t('workshop-after.ideas-counted', { count: record.ideas })}{' '}
        {record.ideas > 0 ? t('workshop-after.unanswered', { count: record.unanswered }) : null}{' '}
        {record.hidden > 0 ? t('workshop-safe.in-record', { count: record.hidden }) : null}
      </p>
    </>
  )
}

/** "Monday 4 May 2026, 10:00 am to 12:05 pm", in the language shown. */
function useWhen({ beganAt, endedAt }: Pick<WorkshopRecord, 'beganAt' | 'endedAt'>): string {
  const t = useText()
  const { day, time } = useDates()
  const end = new Date(endedAt).toISOString()
  if (beganAt === null) return day(end)
  const begin = new Date(beganAt).toISOString()
  const clock = { from: time(begin), to: time(end) }
  return day(begin) === day(end)
    ? t('workshop-after.when', { day: day(begin), ...clock })
    : t('workshop-after.when-days', { fromDay: day(begin), toDay: day(end), ...clock })
}
