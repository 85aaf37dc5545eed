import { can } from '@withy/shared/access'
import { Link, useLocation } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Invitations } from '../features/people/invitations.tsx'
import { PeopleList } from '../features/people/people-list.tsx'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** Who is in a plan, and how others come in. */
export default function SharePage({ plan }: { readonly plan: string }) {
  const t = useText()
  const [, go] = useLocation()
  const { again, ...asked } = useAnswer(() => getPlan(plan))
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') {
    return (
      <Page title={t('share.title')}>
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      </Page>
    )
  }
  const facts = asked.answer
  const me = facts.people.find(({ id }) => id === facts.me)
  const nameOf = (person: string | null) => facts.people.find(({ id }) => id === person)?.name ?? null
  const place = { title: facts.title, lang: facts.lang, href: `/plans/${plan}` }
  return (
    <Page title={t('share.title')} place={place}>
      <p>
        <Link href={place.href} className="link-alone">
          {t('share.back-to-plan')}
        </Link>
      </p>
      <PlainHttpNotice />
      {me && can(me.role, 'invite') ? (
        <Invitations
          // Someone whose role changed asks again.
          key={me.role}
          plan={plan}
          kind={facts.kind}
          planTitle={facts.title}
          mine={me.role}
          emptySeat={facts.seat && !facts.seat.taken ? { starter: nameOf(facts.seat.startedBy) } : null}
        />
      ) : (
        <p>{t('share.ask-owner')}</p>
      )}
      <section className="stack" aria-labelledby="share-people">
        <h2 id="share-people">{t('people.title')}</h2>
        <PeopleList facts={facts} onChanged={again} onLeft={() => go('/')} />
      </section>
    </Page>
  )
}
