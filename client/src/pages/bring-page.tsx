import { useLocation } from 'wouter'
import { bringPlan, getMe } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { keepName, keptName } from '../features/people/kept-name.ts'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { useSecret } from '../features/people/use-secret.ts'
import { BringForm } from '../features/plans/bring-form.tsx'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

/** A plan from a file that Withy made becomes a new one, with the start link's secret where this Withy asks for one. */
export default function BringPage() {
  const t = useText()
  const [, go] = useLocation()
  const brought = useSecret()
  const secret = brought && 'secret' in brought ? brought.secret : null
  const me = useAnswer(getMe)
  const needsLink = me.is === 'here' && me.answer.start === 'invited' && !secret
  return (
    <Page title={t('import.plan-title')}>
      {needsLink ? (
        <Notice look="careful" spoken>
          <h2 className="notice-title">{t('start.needs-link-title')}</h2>
          <p>{t('start.needs-link')}</p>
        </Notice>
      ) : (
        <>
          <p>{t('import.plan-about')}</p>
          <PlainHttpNotice />
          <BringForm
            name={keptName()}
            onBring={async (said, file, kind) => {
              keepName(said.name)
              const { plan } = await bringPlan({ ...said, ...(secret ? { startSecret: secret } : {}) }, file)
              const forSomeone = kind === 'support' && said.voice !== 'person'
              go(forSomeone ? `/plans/${plan}/share` : `/plans/${plan}`, { replace: true })
            }}
          />
        </>
      )}
    </Page>
  )
}
