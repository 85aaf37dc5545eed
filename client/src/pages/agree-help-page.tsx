import { ANSWER_WORDS } from '@withy/shared/api'
import { useText, useWords } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'

/** Help for everybody who is asked to agree a plan, and who asks. Buttons and answers are named by their own texts. */
export default function AgreeHelpPage() {
  const t = useText()
  const say = useWords()
  const title = t('agreement.title')
  return (
    <Page title={t('agreement-help.title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('agreement-help.lead')}</p>
      <WordsSection
        title={t('agreement-help.ask-title')}
        lines={[
          t('agreement-help.ask-1', { title, ask: t('agreement.ask-do') }),
          t('agreement-help.ask-2'),
          t('agreement-help.ask-3'),
        ]}
        listed
      />
      <WordsSection
        title={t('agreement-help.answer-title')}
        lines={[
          t('agreement-help.answer-1', { title }),
          t('agreement-help.answer-2', {
            agree: say(ANSWER_WORDS.agree),
            with: say(ANSWER_WORDS['agree-with']),
            disagree: say(ANSWER_WORDS.disagree),
            time: say(ANSWER_WORDS['more-time']),
            stop: say(ANSWER_WORDS.stop),
          }),
          t('agreement-help.answer-3'),
          t('agreement-help.answer-4'),
        ]}
        listed
      />
      <WordsSection
        title={t('agreement-help.changed-title')}
        lines={[t('agreement-help.changed-1'), t('agreement-help.changed-2'), t('agreement-help.changed-3')]}
        listed
      />
      <WordsSection
        title={t('agreement-help.for-title')}
        lines={[t('agreement-help.for-1'), t('agreement-help.for-2'), t('agreement-help.for-3')]}
        listed
      />
      <WordsSection
        title={t('agreement-help.seal-title')}
        lines={[
          t('agreement-help.seal-1', { seal: t('agreement.seal') }),
          t('agreement-help.seal-2'),
          t('agreement-help.seal-3'),
          t('agreement-help.seal-4'),
        ]}
        listed
      />
      <WordsSection
        title={t('agreement-help.after-title')}
        lines={[
          t('agreement-help.after-1'),
          t('agreement-help.after-2'),
          t('agreement-help.after-3', { withdraw: t('agreement.withdraw') }),
        ]}
        listed
      />
      <WordsSection
        title={t('agreement-help.trouble-title')}
        lines={[t('agreement-help.trouble-1'), t('agreement-help.trouble-2')]}
        listed
      />
    </Page>
  )
}
