import type { FollowUp } from '@withy/shared/api'
import { useId } from 'react'
import { Link } from 'wouter'
import { calendarPath } from '../../api/follow-ups.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import './follow-up.css'

type DayToRememberProps = {
  readonly plan: string
  readonly followUps: readonly FollowUp[]
  readonly mayAnswer: boolean
}

/** What waits to be answered, with the way there, and the next day on which something is asked. Nothing where nothing is asked. */
export function DayToRemember({ plan, followUps, mayAnswer }: DayToRememberProps) {
  const t = useText()
  const heading = useId()
  if (followUps.length === 0) return null
  const due = followUps.filter(({ isDue }) => isDue)
  const waiting = due.filter(({ mine }) => mine === null).length
  return (
    <section className="follow-up-day" aria-labelledby={heading} data-not-printed="">
      <h2 id={heading}>{t('workshop-follow-up.ask')}</h2>
      {due.length > 0 ? (
        <>
          {mayAnswer ? (
            <p>{waiting > 0 ? t('workshop-follow-up.waiting', { count: waiting }) : t('workshop-follow-up.done')}</p>
          ) : null}
          <p>
            <Link href={`/plans/${plan}/did-it-happen`} className="button button-plain">
              {t(mayAnswer && waiting > 0 ? 'workshop-follow-up.answer-now' : 'workshop-follow-up.see-answers')}
            </Link>
          </p>
        </>
      ) : null}
      <NextDay plan={plan} followUps={followUps} />
    </section>
  )
}

/** The next day on which something is asked, to put in a calendar. */
export function NextDay({ plan, followUps }: Omit<DayToRememberProps, 'mayAnswer'>) {
  const t = useText()
  const lang = useLanguage()
  const { day } = useDates()
  const [next] = followUps.filter(({ isDue }) => !isDue).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  if (!next) return null
  const count = followUps.filter(({ workshop }) => workshop === next.workshop).length
  return (
    <>
      <p>{t('workshop-follow-up.asked-about', { day: day(next.dueOn), count })}</p>
      <p>
        <a className="button button-plain" href={calendarPath(plan, next.workshop, lang)} download>
          {t('workshop-follow-up.calendar')}
        </a>
      </p>
    </>
  )
}
