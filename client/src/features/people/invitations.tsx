import { can, type Role } from '@withy/shared/access'
import type { Invitation } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { useEffect, useRef, useState } from 'react'
import { listInvitations } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useText } from '../../text/use-text.ts'
import type { GoOn } from '../../ui/late-focus.ts'
import { RefusedNotice } from '../../ui/refused-notice.tsx'
import { InvitationCard } from './invitation-card.tsx'
import { InviteForm } from './invite-form.tsx'
import { OnlyHereNotice } from './plain-http-notice.tsx'
import { Seat } from './seat.tsx'
import './people.css'

type InvitationsProps = {
  readonly plan: string
  readonly kind: PlanKind
  readonly planTitle: string
  readonly mine: Role
  /** A support plan whose person is not here yet, and the name of who started it. */
  readonly emptySeat: { readonly starter: string | null } | null
}

/** Everything about inviting: making an invitation, and the ones that work. */
export function Invitations({ plan, kind, planTitle, mine, emptySeat }: InvitationsProps) {
  const t = useText()
  const { again, ...asked } = useAnswer(() => listInvitations(plan))
  const [fresh, setFresh] = useState<{ readonly id: string; readonly goOn: GoOn } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const invitations = asked.is === 'here' ? newestFirst(asked.answer.invitations) : []
  const offered = invitations.some(({ kind }) => kind === 'seat')
  const seatToOffer = can(mine, 'hand-over') ? emptySeat : null
  const made = async ({ id }: Invitation, goOn: GoOn) => {
    setFresh({ id, goOn })
    await again()
  }
  const greeted = useRef<typeof fresh>(null)
  useEffect(() => {
    if (!fresh || greeted.current === fresh || !heading.current) return
    greeted.current = fresh
    fresh.goOn(heading.current)
  })
  return (
    <>
      {seatToOffer ? <Seat plan={plan} starter={seatToOffer.starter} offered={offered} onMade={made} /> : null}
      <section className="stack" aria-labelledby="share-invite">
        <h2 id="share-invite">{t('share.invite')}</h2>
        <InviteForm plan={plan} kind={kind} mine={mine} main={!seatToOffer || offered} onMade={made} />
      </section>
      <section className="stack" aria-labelledby="share-list">
        <h2 id="share-list">{t('share.list')}</h2>
        {asked.is === 'refused' ? (
          <RefusedNotice sentence={sentenceOf(asked.error)} tryAgain={t('common.try-again')} onAgain={again} />
        ) : null}
        {asked.is === 'here' && invitations.length === 0 ? <p className="quiet">{t('share.list-empty')}</p> : null}
        <OnlyHereNotice link={invitations[0]?.link} />
        <ul className="list stack">
          {invitations.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              plan={plan}
              planTitle={planTitle}
              invitation={invitation}
              heading={invitation.id === fresh?.id ? heading : null}
              onChanged={again}
            />
          ))}
        </ul>
      </section>
    </>
  )
}

const newestFirst = (invitations: readonly Invitation[]): readonly Invitation[] =>
  [...invitations].sort((a, b) => b.madeAt.localeCompare(a.madeAt))
