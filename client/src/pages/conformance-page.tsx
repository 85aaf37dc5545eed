import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'
import { CTAUR, type Verdict, WCAG } from './conformance/criteria.ts'
import './conformance-page.css'

type Criterion = (typeof WCAG)[number] | (typeof CTAUR)[number]

/** The accessibility conformance report: each criterion, what Withy says of it, and how that is known (SPEC A11Y-125). */
export default function ConformancePage() {
  const t = useText()
  return (
    <Page title={t('conformance.title')}>
      <p>{t('conformance.about-1')}</p>
      <p>{t('conformance.about-2')}</p>
      <WordsSection
        listed
        title={t('conformance.not-tested-title')}
        lines={[
          t('conformance.not-tested-1'),
          t('conformance.not-tested-2'),
          t('conformance.not-tested-3'),
          t('conformance.not-tested-4'),
        ]}
      >
        <p>{t('conformance.about-3')}</p>
      </WordsSection>
      <Criteria title={t('conformance.wcag-title')} of={WCAG} />
      <Criteria title={t('conformance.ctaur-title')} of={CTAUR} />
    </Page>
  )
}

function Criteria({ title, of }: { readonly title: string; readonly of: readonly Criterion[] }) {
  const t = useText()
  const count = (verdict: Verdict) => of.filter((one) => one.verdict === verdict).length
  const counted = { supports: count('supports'), partly: count('partly'), not: count('not'), none: count('none-here') }
  return (
    <WordsSection title={title} lines={[t('conformance.counts', counted)]}>
      <dl className="criteria">
        {of.map((one) => (
          <div key={one.id} className="criterion">
            <dt>
              {numberOf(one.id)} {t(`conformance.${one.id}`)}
            </dt>
            <dd>
              <strong>{said(t(verdictText(one.verdict)))}</strong>
              {'level' in one ? said(t('conformance.level', { level: one.level })) : null}
              {said(t(`conformance.tested-${one.tested}`))}
              {'says' in one ? t(`conformance.${one.id}-says`) : null}
            </dd>
          </div>
        ))}
      </dl>
    </WordsSection>
  )
}

/** Any verdict: which of them there are now is the rows' affair. */
const verdictText = (verdict: Verdict) => `conformance.verdict-${verdict}` as const

const said = (words: string): string => `${words}. `

const numberOf = (id: string): string => id.replace(/^\w+-/, '').replaceAll('-', '.')
