import { dayOf } from '@withy/shared/plan'
import { Link, useLocation } from 'wouter'
import { getStatement } from '../api/statement.ts'
import { useAnswer } from '../api/use-answer.ts'
import { HostContact } from '../features/people/host-contact.tsx'
import { useLanguage, useText } from '../text/use-text.ts'
import { WELSH_READ } from '../text/welsh-read.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'
import ConformancePage from './conformance-page.tsx'
import NotFoundPage from './not-found-page.tsx'

/** The accessibility statement, and the report it leads to; what is below them beside that is not there (SPEC A11Y-262). */
export default function AccessibilityPage() {
  const [address] = useLocation()
  const below = address.replace(/^\/accessibility\/?|\/$/g, '')
  if (below === '') return <StatementPage />
  return below === 'report' ? <ConformancePage /> : <NotFoundPage />
}

/** Ours, until the organisation that runs this Withy makes it its own (SPEC A11Y-124). */
function StatementPage() {
  const t = useText()
  const { again, ...asked } = useAnswer(getStatement)
  const said = asked.is === 'here' ? asked.answer.statement : null
  return (
    <Page title={t('help.access-title')}>
      <p>{t('help.access-1')}</p>
      {asked.is === 'asking' ? null : <Who {...said} />}
      <WordsSection title={t('statement.status-title')} lines={[t('statement.status')]}>
        <p>
          <Link href="/accessibility/report" className="link-alone">
            {t('statement.link')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection
        listed
        title={t('help.access-can-title')}
        lines={[
          t('help.access-can-1'),
          t('help.access-can-2'),
          t('help.access-can-3'),
          t('help.access-can-4'),
          t('help.access-can-5'),
          t('help.access-can-6'),
        ]}
      />
      <WordsSection
        listed
        title={t('help.access-not-title')}
        lines={[
          t('help.access-not-1'),
          t('help.access-not-2'),
          t('help.access-not-3'),
          t('statement.welsh', { ...WELSH_READ }),
        ]}
      />
      <WordsSection title={t('help.access-ask-title')} lines={[t('help.access-ask-1')]}>
        <HostContact />
        {said ? <p>{t('statement.answer', { count: said.answerDays })}</p> : null}
        <p>{t('help.access-ask-2')}</p>
        <p>{t('statement.law')}</p>
      </WordsSection>
    </Page>
  )
}

/** Whose statement it is, and from which day. */
function Who({ organisation, day }: { readonly organisation?: string; readonly day?: string }) {
  const t = useText()
  const language = useLanguage()
  if (organisation === undefined || day === undefined)
    return <WordsSection title={t('statement.who-title')} lines={[t('statement.who-none')]} />
  // Noon: the same day wherever the page is read.
  const on = dayOf(language, `${day}T12:00:00Z`)
  return (
    <WordsSection
      title={t('statement.who-title')}
      lines={[t('statement.who', { organisation }), t('statement.who-day', { day: on })]}
    />
  )
}
