import { HostContact } from '../features/people/host-contact.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

export default function PrivacyPage() {
  const t = useText()
  return (
    <Page title={t('help.privacy-title')}>
      <WordsSection
        title={t('help.privacy-kept-title')}
        lines={[
          t('help.privacy-kept-1'),
          t('help.privacy-kept-2'),
          t('help.privacy-kept-3'),
          t('help.privacy-kept-4'),
          t('help.privacy-kept-5'),
        ]}
      />
      <WordsSection
        title={t('help.privacy-device-title')}
        lines={[
          t('help.privacy-device-1'),
          t('help.privacy-device-2'),
          t('help.privacy-device-3'),
          t('help.privacy-device-4'),
          t('help.privacy-device-5'),
          t('help.privacy-device-6'),
          t('help.privacy-device-7'),
        ]}
      />
      <WordsSection
        title={t('help.privacy-see-title')}
        lines={[t('help.privacy-see-1'), t('help.privacy-see-2'), t('help.privacy-see-3')]}
      />
      <WordsSection
        title={t('help.privacy-workshop-title')}
        lines={[
          t('help.privacy-workshop-1'),
          t('help.privacy-workshop-2'),
          t('help.privacy-workshop-3'),
          t('help.privacy-workshop-4'),
          t('help.privacy-workshop-5'),
          t('help.privacy-workshop-6'),
          t('help.privacy-workshop-7'),
        ]}
      />
      <WordsSection
        title={t('help.privacy-card-title')}
        lines={[t('help.privacy-card-1'), t('help.privacy-card-2'), t('help.privacy-card-3'), t('help.privacy-card-4')]}
      />
      <WordsSection
        title={t('help.privacy-talk-title')}
        lines={[t('help.privacy-talk-1'), t('help.privacy-talk-2'), t('help.privacy-talk-3'), t('help.privacy-talk-4')]}
      />
      <WordsSection title={t('help.privacy-http-title')} lines={[t('help.privacy-http-1')]} />
      <WordsSection
        title={t('help.privacy-leave-title')}
        lines={[t('help.privacy-leave-1'), t('help.privacy-leave-2')]}
      />
      <WordsSection title={t('people.host-title')} lines={[]}>
        <HostContact />
      </WordsSection>
    </Page>
  )
}
