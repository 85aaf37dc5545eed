import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

/** Shown where a page could not be drawn. Small and always loaded: it must not need fetching itself. */
export function TroublePage() {
  const t = useText()
  return (
    <Page title={t('common.trouble-title')}>
      <p>{t('common.trouble-words')}</p>
      <div className="row">
        <Button look="main" onClick={() => location.reload()}>
          {t('common.try-again')}
        </Button>
        <a className="button button-plain" href="/">
          {t('common.go-home')}
        </a>
      </div>
    </Page>
  )
}
