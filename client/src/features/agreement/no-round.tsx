import { can } from '@withy/shared/access'
import { isUnnamed, type PlanFacts, type Talk } from '@withy/shared/api'
import { completeness, type Plan } from '@withy/shared/plan'
import { Link } from 'wouter'
import { openRound } from '../../api/agreement.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { focusMainHeading } from '../../ui/page.tsx'
import { AboutAgreeing } from './about-agreeing.tsx'
import { AskEveryone } from './ask-everyone.tsx'
import { Ended } from './ended.tsx'
import { MissingList } from './missing-list.tsx'
import { NameFirst } from './name-first.tsx'
import { NotSettled } from './not-settled.tsx'
import type { AgreementNow } from './use-agreement.ts'

type NoRoundProps = {
  readonly facts: PlanFacts
  readonly plan: Plan
  readonly now: AgreementNow
  readonly nameOf: (person: string) => string
  /** What people say about the plan; null: not known yet. */
  readonly talk: Talk | null
  /** Keeps the asker’s own name, and reads the plan’s people again; throws what the server says where it says no. */
  readonly onName: (name: string) => Promise<void>
}

/** Nobody is asked yet: what agreeing means, and for whose plan it is, asking (SPEC AGREE-54). */
export function NoRound({ facts, plan, now, nameOf, talk, onName }: NoRoundProps) {
  const t = useText()
  const { day } = useDates()
  const { ended } = now.agreement
  const newest = now.agreement.sealed[0]
  const me = facts.people.find(({ id }) => id === facts.me)
  const owner = facts.people.find(({ role }) => role === 'owner')
  const about = facts.people.find(({ seat }) => seat) ?? null
  const isSupport = facts.kind === 'support'
  const called = about ? nameOf(about.id) : t('agreement.the-person')
  const mayOpen = me !== undefined && can(me.role, 'open-round')
  const isForThem = isSupport && !me?.seat
  const { stillEmpty, lacking } = completeness(plan)
  const missing = [
    { what: 'sections-empty', count: stillEmpty },
    { what: 'fields-empty', count: lacking.length },
  ] as const
  return (
    <>
      {newest ? (
        <div className="notice notice-done">
          <p>{t('agreement.agreed-on', { day: day(newest.sealedAt) })}</p>
          <p>
            <Link href={`/plans/${facts.id}/agreed/${newest.number}`} className="link-alone">
              {t('agreement.see-agreed')}
            </Link>
          </p>
        </div>
      ) : null}
      <AboutAgreeing />
      {ended ? <Ended ended={ended} edition={now.read.edition} nameOf={nameOf} /> : null}
      {!mayOpen || isForThem ? (
        <div className="notice">
          <p>{first()}</p>
          {isForThem && (mayOpen || !about) ? (
            <p>
              <Link href={`/plans/${facts.id}/share`} className="link-alone">
                {t('plan.share')}
              </Link>
            </p>
          ) : null}
        </div>
      ) : null}
      {me && isUnnamed(me) ? <NameFirst onName={onName} /> : null}
      {mayOpen && !isUnnamed(me) ? (
        <>
          <MissingList id={facts.id} plan={plan} missing={missing.filter(({ count }) => count > 0)} />
          <NotSettled id={facts.id} plan={plan} talk={talk} nameOf={nameOf} />
          <section className="stack" aria-labelledby="agree-ask">
            <h2 id="agree-ask">
              {isForThem ? t('agreement.decides-for', { name: called }) : t('agreement.ask-title')}
            </h2>
            {isForThem ? <p>{t('agreement.decides-for-about', { name: called })}</p> : null}
            <AskEveryone
              people={facts.people}
              about={isSupport ? called : null}
              isForThem={isForThem}
              onAsk={async (asking) => {
                now.onRound((await openRound(facts.id, asking)).round)
                // The page begins anew: with the words to read.
                focusMainHeading()
              }}
            />
          </section>
        </>
      ) : null}
    </>
  )

  /** Whose it is to ask, where that is somebody else. */
  function first(): string {
    if (isSupport && !about) return t('agreement.person-not-here')
    if (mayOpen) return t('agreement.person-asks', { name: called })
    return t(newest || ended ? 'agreement.not-asked-now' : 'agreement.not-asked-yet', {
      name: nameOf((isSupport ? about : owner)?.id ?? ''),
    })
  }
}
