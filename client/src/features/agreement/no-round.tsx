import { can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { completeness, type Plan } from '@withy/shared/plan'
import { Link } from 'wouter'
import { openRound } from '../../api/agreement.ts'
import { useText } from '../../text/use-text.ts'
import { focusMainHeading } from '../../ui/page.tsx'
import { AskEveryone } from './ask-everyone.tsx'
import { MissingList } from './missing-list.tsx'
import type { AgreementNow } from './use-agreement.ts'

type NoRoundProps = {
  readonly facts: PlanFacts
  readonly plan: Plan
  readonly now: AgreementNow
  readonly nameOf: (person: string) => string
}

/** Nobody is asked yet: what agreeing means, and for whose plan it is, asking (SPEC AGREE-54). */
export function NoRound({ facts, plan, now, nameOf }: NoRoundProps) {
  const t = useText()
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
      <ul className="agree-about">
        <li>{t('agreement.about-1')}</li>
        <li>{t('agreement.about-2')}</li>
        <li>{t('agreement.about-3')}</li>
      </ul>
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
      {mayOpen ? (
        <>
          <MissingList plan={facts.id} missing={missing.filter(({ count }) => count > 0)} />
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
    return t('agreement.not-asked-yet', { name: nameOf((isSupport ? about : owner)?.id ?? '') })
  }
}
