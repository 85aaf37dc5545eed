import { useText } from '../text/use-text.ts'
import { HelpPicture } from '../ui/help-picture.tsx'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

/** As e2e/pictures/talk-help.spec.ts makes them. */
const PHONE = [360, 740] as const
const LAPTOP = [1120, 700] as const

/** Help for everybody who has something to say about a plan, and for those whose words others would put otherwise (SPEC TALK-79). Buttons are named by their own texts. */
export default function TalkHelpPage() {
  const t = useText()
  return (
    <Page title={t('talk-help.title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('talk-help.lead')}</p>
      <WordsSection
        title={t('talk-help.comment-title')}
        lines={[
          t('talk-help.comment-1', { comment: t('talk.comment') }),
          t('talk-help.comment-2'),
          t('talk-help.comment-3'),
          t('talk-help.comment-4'),
          t('talk-help.comment-5', { settle: t('talk.settle') }),
        ]}
        listed
      />
      <HelpPicture of="talk-comment" alt={t('talk-help.picture-comment')} size={PHONE} />
      <WordsSection
        title={t('talk-help.meaning-title')}
        lines={[
          t('talk-help.meaning-1', { comment: t('talk.comment'), ask: t('talk-waiting.ask') }),
          t('talk-help.meaning-2'),
          t('talk-help.meaning-3'),
        ]}
        listed
      />
      <WordsSection
        title={t('talk-help.suggest-title')}
        lines={[
          t('talk-help.suggest-1', { suggest: t('talk-suggest.suggest') }),
          t('talk-help.suggest-2'),
          t('talk-help.suggest-3'),
          t('talk-help.suggest-4'),
        ]}
        listed
      />
      <HelpPicture of="talk-suggest" alt={t('talk-help.picture-suggest')} size={PHONE} />
      <WordsSection
        title={t('talk-help.answer-title')}
        lines={[
          t('talk-help.answer-1'),
          t('talk-help.answer-2', { use: t('talk-suggest.use'), keep: t('talk-suggest.keep-mine') }),
          t('talk-help.answer-3'),
          t('talk-help.answer-4'),
          t('talk-help.answer-5', { earlier: t('talk-suggest.earlier') }),
        ]}
        listed
      />
      <HelpPicture of="talk-answer" alt={t('talk-help.picture-answer')} size={LAPTOP} />
      <WordsSection
        title={t('talk-help.list-title')}
        lines={[
          t('talk-help.list-1'),
          t('talk-help.list-2', { next: t('talk-waiting.next'), before: t('talk-waiting.before') }),
          t('talk-help.list-3', { hide: t('talk-waiting.hide') }),
        ]}
        listed
      />
      <WordsSection
        title={t('talk-help.trouble-title')}
        lines={[t('talk-help.trouble-1'), t('talk-help.trouble-2'), t('talk-help.trouble-3')]}
        listed
      />
    </Page>
  )
}
