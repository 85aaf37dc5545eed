import { Link, useLocation } from 'wouter'
import { getMe } from '../api/plans.ts'
import { sentenceOf } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { GoneWords } from '../features/link-state/gone-words.tsx'
import { useOwnCopies } from '../features/link-state/use-own-copies.ts'
import { keptName } from '../features/people/kept-name.ts'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { Examples } from '../features/plans/examples.tsx'
import { PlanCards } from '../features/plans/plan-cards.tsx'
import { useLanguage, useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { RefusedNotice } from '../ui/refused-notice.tsx'
import './home-page.css'

/** The first page: what Withy is, the one thing to do, and one's own plans where this device is known. */
export default function HomePage() {
  const t = useText()
  const lang = useLanguage()
  const [, go] = useLocation()
  const { again, ...asked } = useAnswer(getMe)
  const me = asked.is === 'here' ? asked.answer : null
  const gone = useOwnCopies(me)
  const invitedOnly = me?.start === 'invited'
  return (
    <Page title={t('home.title')} width="wide">
      <div className="stack measure">
        <p className="home-words">{t('home.words')}</p>
        <p className="quiet">{t('home.no-account')}</p>
        {invitedOnly ? <p>{t('home.start-invited')}</p> : null}
        <div className="row">
          {invitedOnly ? null : (
            <Link href="/start" className="button button-main">
              {t('home.start')}
            </Link>
          )}
          <Link href="/join" className={`button ${invitedOnly ? 'button-main' : 'button-plain'}`}>
            {t('common.join')}
          </Link>
        </div>
        <PlainHttpNotice />
      </div>
      {asked.is === 'refused' ? (
        <RefusedNotice sentence={sentenceOf(asked.error)} tryAgain={t('common.try-again')} onAgain={again} />
      ) : null}
      {asked.is === 'asking' ? (
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      ) : null}
      {gone ? <GoneWords why={gone} /> : null}
      {me ? (
        <section className="home-section" aria-labelledby="home-mine">
          <h2 id="home-mine">{t('home.mine')}</h2>
          {me.plans.length > 0 ? <PlanCards plans={me.plans} /> : <p className="quiet">{t('home.mine-empty')}</p>}
          {me.plans.length > 1 ? (
            <p>
              <Link href="/take-away" className="link-alone">
                {t('home.take-many')}
              </Link>
            </p>
          ) : null}
          {me.person ? (
            <p>
              <Link href="/back" className="link-alone">
                {t('home.device')}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      <section className="home-section" aria-labelledby="home-examples">
        <h2 id="home-examples">{t('home.examples')}</h2>
        <p>{t('home.examples-words')}</p>
        {lang !== 'en' && <p>{t('home.examples-in-english')}</p>}
        <Examples name={keptName()} onCopied={(plan) => go(`/plans/${plan}`)} />
      </section>
      <section className="home-section measure" aria-labelledby="home-how">
        <h2 id="home-how">{t('home.how')}</h2>
        <ol className="home-steps">
          <li>{t('home.how-1')}</li>
          <li>{t('home.how-2')}</li>
          <li>{t('home.how-3')}</li>
          <li>{t('home.how-4')}</li>
          <li>{t('home.how-5')}</li>
        </ol>
        <p>
          <Link href="/check" className="link-alone">
            {t('home.check')}
          </Link>
        </p>
      </section>
    </Page>
  )
}
