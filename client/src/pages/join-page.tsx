import type { Voice } from '@withy/shared/access'
import type { Door, Ticket } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { join, lookAtInvitation } from '../api/people.ts'
import { RefusedError, sentenceOf } from '../api/send.ts'
import { AlreadyIn } from '../features/people/already-in.tsx'
import { CodeForm } from '../features/people/code-form.tsx'
import { DoorForm } from '../features/people/door.tsx'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { useSecret } from '../features/people/use-secret.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

type Stage =
  | { readonly at: 'code'; readonly refused: string | null }
  | { readonly at: 'looking'; readonly ticket: Ticket }
  | { readonly at: 'over'; readonly ticket: Ticket; readonly refused: unknown }
  | { readonly at: 'door'; readonly ticket: Ticket; readonly door: Door }

/** Joining: a link or a code, then a name, then in. */
export default function JoinPage() {
  const t = useText()
  const [, go] = useLocation()
  const brought = useSecret()
  const ticket = brought && ('secret' in brought ? brought.secret : brought.code)
  const [stage, setStage] = useState<Stage>({ at: 'code', refused: null })

  const look = (ticket: Ticket) => {
    setStage({ at: 'looking', ticket })
    lookAtInvitation(ticket).then(
      (door) => setStage({ at: 'door', ticket, door }),
      (refused: unknown) =>
        setStage('secret' in ticket ? { at: 'over', ticket, refused } : { at: 'code', refused: sentenceOf(refused) }),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each link brought
  useEffect(() => {
    if (brought) look(brought)
  }, [ticket])

  const goIn = async (ticket: Ticket, said: { readonly name: string; readonly voice?: Voice }) => {
    const { plan, workshop } = await join({ ticket, ...said })
    go(workshop === null ? `/plans/${plan}` : `/plans/${plan}/workshops/${workshop}`, { replace: true })
  }

  if (stage.at === 'door') {
    const { door, ticket } = stage
    const { already } = door
    return already ? (
      <Page key="already" title={t('join.already-title')}>
        <AlreadyIn door={door} already={already} onJoin={() => goIn(ticket, { name: already.name })} />
      </Page>
    ) : (
      <Page key="door" title={t('join.title')} heading={<DoorHeading title={door.title} />}>
        <DoorForm door={door} onJoin={(said) => goIn(ticket, said)} />
        <PlainHttpNotice />
      </Page>
    )
  }
  if (stage.at === 'over') {
    return (
      <Page key="over" title={t('join.link-over-title')}>
        <p role="status">{sentenceOf(stage.refused)}</p>
        <div className="row">
          {stage.refused instanceof RefusedError ? null : (
            <Button look="main" onClick={() => look(stage.ticket)}>
              {t('common.try-again')}
            </Button>
          )}
          <Button onClick={() => setStage({ at: 'code', refused: null })}>{t('join.another-code')}</Button>
          <Link href="/" className="button button-plain">
            {t('common.go-home')}
          </Link>
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('join.title')}>
      {stage.at === 'looking' && 'secret' in stage.ticket ? (
        <p role="status">{t('join.looking')}</p>
      ) : (
        <CodeForm
          refused={stage.at === 'code' ? stage.refused : null}
          busy={stage.at === 'looking'}
          onCode={(code) => look({ code })}
        />
      )}
    </Page>
  )
}

function DoorHeading({ title }: { readonly title: string }) {
  const t = useText()
  return (
    <>
      <span className="page-over">{t('join.invited')}</span> <bdi>{title}</bdi>
    </>
  )
}
