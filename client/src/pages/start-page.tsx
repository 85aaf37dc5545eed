import { Link } from 'wouter'
import { startPlan } from '../api/plans.ts'
import { keptName } from '../features/people/kept-name.ts'
import { StartForm } from '../features/plans/start-form.tsx'
import { useText } from '../text/use-text.ts'
import { StartingPage } from './starting-page.tsx'

/** Starting a plan, with the start link's secret where this Withy asks for one. */
export default function StartPage() {
  const t = useText()
  return (
    <StartingPage title={t('start.title')}>
      {(secret, begin) => (
        <>
          <StartForm
            name={keptName()}
            onStart={(plan) => begin(plan, (startSecret) => startPlan({ ...plan, ...startSecret }))}
          />
          <p>
            <Link href={`/start/from-a-file${secret ? `#${secret}` : ''}`} className="link-alone">
              {t('start.from-file')}
            </Link>
          </p>
        </>
      )}
    </StartingPage>
  )
}
