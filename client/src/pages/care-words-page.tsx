import { CareWordList } from '../features/glossary/care-word-list.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

/** All care words of our own list, and how to see what one means where it stands (SPEC A11Y-75). */
export default function CareWordsPage() {
  const t = useText()
  return (
    <Page title={t('glossary.list-title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('glossary.list-lead')}</p>
      <div data-not-printed="" className="stack">
        <WordsSection
          title={t('glossary.list-how-title')}
          lines={[
            t('glossary.list-how-1'),
            t('glossary.list-how-2'),
            t('glossary.list-how-3', { aa: t('common.aa'), setting: t('reading.care-words') }),
          ]}
          listed
        />
        <div className="row">
          <Button onClick={() => window.print()}>{t('glossary.list-print')}</Button>
        </div>
      </div>
      <CareWordList />
    </Page>
  )
}
