import { Link, useLocation } from 'wouter'
import { getMe, startPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { keepName, keptName } from '../features/people/kept-name.ts'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { useSecret } from '../features/people/use-secret.ts'
import { StartForm } from '../features/plans/start-form.tsx'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

/** Starting a plan, with the start link's secret where this Withy asks for one. */
export default function StartPage() {
  const t = useText()
  const [, go] = useLocation()
  const brought = useSecret()
  const secret = brought && 'secret' in brought ? brought.secret : null
  const me = useAnswer(getMe)
  const needsLink = me.is === 'here' && me.answer.start === 'invited' && !secret
  return (
    <Page title={t('start.title')}>
      {needsLink ? (
        <Notice look="careful" spoken>
          <h2 className="notice-title">{t('start.needs-link-title')}</h2>
          <p>{t('start.needs-link')}</p>
        </Notice>
      ) : (
        <>
          <PlainHttpNotice />
          <StartForm
            name={keptName()}
            onStart={async (plan) => {
              keepName(plan.name)
              const started = await startPlan({ ...plan, ...(secret ? { startSecret: secret } : {}) })
              const forSomeone = plan.kind === 'support' && plan.voice !== 'person'
              go(forSomeone ? `/plans/${started.plan}/share` : `/plans/${started.plan}`, { replace: true })
            }}
          />
          <p>
            <Link href={`/start/from-a-file${secret ? `#${secret}` : ''}`} className="link-alone">
              {t('start.from-file')}
            </Link>
          </p>
        </>
      )}
    </Page>
  )
}
