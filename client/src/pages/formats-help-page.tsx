import { Link } from 'wouter'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'
import './help-page.css'

const GROUPS = {
  read: ['paper', 'paper-large', 'paper-largest', 'link', 'pdf', 'html', 'txt'],
  write: ['docx', 'odt', 'md'],
  machines: ['csv', 'ics', 'json', 'fhir'],
} as const

/** Help: what each form of a copy is for, by what people want to do with it. */
export default function FormatsHelpPage() {
  const t = useText()
  return (
    <Page title={t('copies.help-title')} place={{ title: t('help.title'), href: '/help' }}>
      <p>{t('copies.help-lead')}</p>
      {(['read', 'write', 'machines'] as const).map((group) => (
        <WordsSection key={group} title={t(`forms.${group}`)} lines={[]}>
          <dl className="help-roles">
            {GROUPS[group].map((form) => (
              <div key={form}>
                <dt>{t(`forms.${form}`)}</dt>
                <dd>{t(`forms.${form}-for`)}</dd>
              </div>
            ))}
          </dl>
        </WordsSection>
      ))}
      <WordsSection title={t('forms.talk')} lines={[t('copies.help-talk-1'), t('copies.help-talk-2')]} />
      <WordsSection title={t('copies.help-where-title')} lines={[t('copies.help-where-1'), t('copies.help-where-2')]}>
        <p>
          <Link href="/" className="link-alone">
            {t('copies.help-where-plans')}
          </Link>
        </p>
        <p>
          <Link href="/take-away" className="link-alone">
            {t('copies.help-where-many')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection
        title={t('copies.help-words-title')}
        lines={[t('copies.help-words-1'), t('copies.help-words-2'), t('copies.help-words-3')]}
        listed
      >
        <p>
          <Link href="/check" className="link-alone">
            {t('check.title')}
          </Link>
        </p>
      </WordsSection>
    </Page>
  )
}
