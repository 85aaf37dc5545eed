import { CareWordList } from '../features/glossary/care-word-list.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

/** All care words of our own list (SPEC A11Y-75). */
export default function CareWordsPage() {
  const t = useText()
  return (
    <Page title={t('glossary.list-title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('glossary.list-lead')}</p>
      <div className="row" data-not-printed="">
        <Button onClick={() => window.print()}>{t('glossary.list-print')}</Button>
      </div>
      <CareWordList />
    </Page>
  )
}
