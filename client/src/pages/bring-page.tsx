import { bringPlan } from '../api/plans.ts'
import { keptName } from '../features/people/kept-name.ts'
import { BringForm } from '../features/plans/bring-form.tsx'
import { useText } from '../text/use-text.ts'
import { StartingPage } from './starting-page.tsx'

/** A plan from a file that Withy made becomes a new one, with the start link's secret where this Withy asks for one. */
export default function BringPage() {
  const t = useText()
  return (
    <StartingPage title={t('import.plan-title')} about={<p>{t('import.plan-about')}</p>}>
      {(_, begin) => (
        <BringForm
          name={keptName()}
          onBring={(said, file, kind) =>
            begin({ ...said, kind }, (startSecret) => bringPlan({ ...said, ...startSecret }, file))
          }
        />
      )}
    </StartingPage>
  )
}
