import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'

type TakenOutPageProps = {
  /** What it was called. */
  readonly plan: string
  /** What else is to be seen here. */
  readonly children?: ReactNode
}

/** In place of a page of a plan from which the asker was taken out while it was open: none of its words stay on the screen. */
export function TakenOutPage({ plan, children }: TakenOutPageProps) {
  const t = useText()
  return (
    <Page title={t('live.removed-title')}>
      <p>{t('live.removed-about', { plan })}</p>
      {children}
      <div className="row">
        <Link href="/" className="button button-main">
          {t('common.go-home')}
        </Link>
      </div>
    </Page>
  )
}
