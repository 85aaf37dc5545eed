import { HostContact } from '../features/people/host-contact.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

export default function AccessibilityPage() {
  const t = useText()
  return (
    <Page title={t('help.access-title')}>
      <p>{t('help.access-1')}</p>
      <WordsSection
        listed
        title={t('help.access-can-title')}
        lines={[
          t('help.access-can-1'),
          t('help.access-can-2'),
          t('help.access-can-3'),
          t('help.access-can-4'),
          t('help.access-can-5'),
        ]}
      />
      <WordsSection
        listed
        title={t('help.access-not-title')}
        lines={[t('help.access-not-1'), t('help.access-not-2'), t('help.access-not-3'), t('help.access-not-4')]}
      />
      <WordsSection title={t('help.access-ask-title')} lines={[t('help.access-ask-1'), t('help.access-ask-2')]}>
        <HostContact />
      </WordsSection>
    </Page>
  )
}
