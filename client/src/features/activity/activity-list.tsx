import { useActivity } from '../../live/announcer-context.ts'
import { sentenceOf } from '../../live/notice-words.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import './activity.css'

type ActivityListProps = {
  /** Takes the focus to a section of the page. */
  readonly goTo: (section: string) => void
}

/** What happened on this page, newest first, with times: speech cannot be replayed, this can be read (SPEC A11Y-45). A change can be gone to. */
export function ActivityList({ goTo }: ActivityListProps) {
  const t = useText()
  const { time } = useDates()
  const entries = useActivity()
  if (entries.length === 0) return <p className="quiet">{t('live.activity-none')}</p>
  return (
    <>
      <p className="quiet small">{t('live.activity-about')}</p>
      <ol className="activity list">
        {entries.map(({ id, at, notice }) => (
          <li key={id} className="activity-entry">
            <time className="activity-time" dateTime={new Date(at).toISOString()}>
              {time(new Date(at).toISOString())}
            </time>
            <span>{sentenceOf(t, [notice])}</span>
            {notice.kind === 'changed' && (
              <Button
                look="quiet"
                aria-label={t('live.show-me-named', { section: notice.section })}
                onClick={() => goTo(notice.place)}
              >
                {t('live.show-me')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
