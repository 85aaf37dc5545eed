import { Link } from 'wouter'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'

export default function NotFoundPage() {
  const t = useText()
  return (
    <Page title={t('common.not-found-title')}>
      <p>{t('common.not-found-words')}</p>
      <div className="row">
        <Link href="/" className="button button-main">
          {t('common.go-home')}
        </Link>
        <Link href="/join" className="button button-plain">
          {t('common.join')}
        </Link>
      </div>
    </Page>
  )
}
