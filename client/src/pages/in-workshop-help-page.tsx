import { WorkshopPicture } from '../features/workshop-help/workshop-picture.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

/** Help for everybody in a workshop: what they can do there. */
export default function InWorkshopHelpPage() {
  const t = useText()
  return (
    <Page title={t('workshop-help.in-title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('workshop-help.in-lead')}</p>
      <WordsSection
        title={t('workshop-help.in-come-title')}
        lines={[t('workshop-help.in-come-1'), t('workshop-help.in-come-2')]}
      />
      <WordsSection
        title={t('workshop-help.in-needs-title')}
        lines={[t('workshop-help.in-needs-1'), t('workshop-help.in-needs-2'), t('workshop-help.in-needs-3')]}
      />
      <WordsSection
        title={t('workshop-help.in-ideas-title')}
        lines={[t('workshop-help.in-ideas-1'), t('workshop-help.in-ideas-2')]}
      >
        <WorkshopPicture of="ideas" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.in-vote-title')}
        lines={[t('workshop-help.in-vote-1'), t('workshop-help.in-vote-2'), t('workshop-help.in-vote-3')]}
      />
      <WordsSection
        title={t('workshop-help.in-cards-title')}
        lines={[t('workshop-help.in-cards-1'), t('workshop-help.in-cards-2')]}
      />
      <WordsSection
        title={t('workshop-help.in-trouble-title')}
        lines={[t('workshop-help.in-trouble-1'), t('workshop-help.in-trouble-2'), t('workshop-help.in-trouble-3')]}
      />
    </Page>
  )
}
