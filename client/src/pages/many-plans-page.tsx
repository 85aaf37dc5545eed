import { Link } from 'wouter'
import { getMe } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useAskedForm } from '../features/cards/asked-form.ts'
import { ManyPlans } from '../features/take-away/many-plans.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** Plans somebody is in, to keep as files in one ZIP. */
export default function ManyPlansPage() {
  const t = useText()
  const { again, ...asked } = useAnswer(getMe)
  const form = useAskedForm(null)
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <OpeningPage />
  const plans = asked.answer.plans.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
  return (
    <Page title={t('many.title')}>
      <p>{t('many.lead')}</p>
      {plans.length > 0 ? (
        <div className="stack take-away-many">
          <ManyPlans plans={plans} asked={form} />
        </div>
      ) : (
        <>
          <p>{t('many.empty')}</p>
          <p>
            <Link href="/" className="link-alone">
              {t('many.home')}
            </Link>
          </p>
        </>
      )}
    </Page>
  )
}
