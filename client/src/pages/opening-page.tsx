import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'

/** A page whose plan, or workshop, is on its way. */
export function OpeningPage() {
  const t = useText()
  return (
    <Page title={t('common.opening')} heading={null}>
      <p role="status" className="quiet">
        {t('common.opening')}
      </p>
    </Page>
  )
}
