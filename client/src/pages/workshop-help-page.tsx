import { WorkshopPicture } from '../features/workshop-help/workshop-picture.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

/** Help for facilitators: a first workshop, from before the day to after it. Buttons are named by their own texts. */
export default function WorkshopHelpPage() {
  const t = useText()
  const show = t('workshop.show')
  const next = t('workshop.step-on')
  return (
    <Page title={t('workshop-help.run-title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('workshop-help.lead')}</p>
      <WordsSection
        title={t('workshop-help.before-title')}
        lines={[
          t('workshop-help.before-1', { workshops: t('workshop.workshops'), prepare: t('workshop.prepare-go') }),
          t('workshop-help.before-2'),
          t('workshop-help.before-3'),
          t('workshop-help.before-4'),
        ]}
        listed
      >
        <WorkshopPicture of="before" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.come-title')}
        lines={[
          t('workshop-help.come-1', { open: t('workshop.open') }),
          t('workshop-help.come-2'),
          t('workshop-help.come-3'),
          t('workshop-help.come-4'),
          t('workshop-help.come-5'),
        ]}
        listed
      >
        <WorkshopPicture of="screen" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.write-title')}
        lines={[t('workshop-help.write-1', { next }), t('workshop-help.write-2'), t('workshop-help.write-3')]}
        listed
      >
        <WorkshopPicture of="ideas" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.show-title')}
        lines={[t('workshop-help.show-1', { show }), t('workshop-help.show-2')]}
        listed
      >
        <WorkshopPicture of="lead" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.choose-title')}
        lines={[
          t('workshop-help.choose-1'),
          t('workshop-help.choose-2'),
          t('workshop-help.choose-3', { show }),
          t('workshop-help.choose-4'),
        ]}
        listed
      >
        <WorkshopPicture of="dots" />
      </WordsSection>
      <WordsSection
        title={t('workshop-help.time-title')}
        lines={[
          t('workshop-help.time-1', { more: t('workshop.more-time') }),
          t('workshop-help.time-2'),
          t('workshop-help.time-3'),
        ]}
        listed
      />
      <WordsSection
        title={t('workshop-help.plan-title')}
        lines={[
          t('workshop-help.plan-1'),
          t('workshop-help.plan-2'),
          t('workshop-help.plan-3', { write: t('workshop.kind-write') }),
        ]}
        listed
      />
      <WordsSection
        title={t('workshop-help.after-title')}
        lines={[
          t('workshop-help.after-1', { close: t('workshop.close') }),
          t('workshop-help.after-2'),
          t('workshop-help.after-3'),
          t('workshop-help.after-4', { ask: t('workshop-follow-up.ask') }),
        ]}
        listed
      />
      <WordsSection
        title={t('workshop-help.trouble-title')}
        lines={[
          t('workshop-help.trouble-1'),
          t('workshop-help.trouble-2', { next }),
          t('workshop-help.trouble-3', { back: t('workshop.step-back') }),
          t('workshop-help.trouble-4'),
        ]}
        listed
      />
    </Page>
  )
}
