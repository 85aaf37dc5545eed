import type { PlanKind } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { getMe } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { keepName } from '../features/people/kept-name.ts'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { useSecret } from '../features/people/use-secret.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

/** Who starts a plan, and of which kind. */
type Starter = { readonly name: string; readonly voice: string; readonly kind: PlanKind }

type StartingPageProps = {
  readonly title: string
  /** Stands before all else. */
  readonly about?: ReactNode
  /** `secret`: the start link's, where somebody came with one. `begin` makes the plan and goes to it. */
  readonly children: (
    secret: string | null,
    begin: (
      who: Starter,
      make: (startSecret: { readonly startSecret?: string }) => Promise<{ plan: string }>,
    ) => Promise<void>,
  ) => ReactNode
}

/** A page on which a plan begins: says so where this Withy asks for a start link and nobody brought one. */
export function StartingPage({ title, about, children }: StartingPageProps) {
  const t = useText()
  const [, go] = useLocation()
  const brought = useSecret()
  const secret = brought && 'secret' in brought ? brought.secret : null
  const me = useAnswer(getMe)
  const needsLink = me.is === 'here' && me.answer.start === 'invited' && !secret
  return (
    <Page title={title}>
      {needsLink ? (
        <Notice look="careful" spoken>
          <h2 className="notice-title">{t('start.needs-link-title')}</h2>
          <p>{t('start.needs-link')}</p>
        </Notice>
      ) : (
        <>
          {about}
          <PlainHttpNotice />
          {children(secret, async ({ name, voice, kind }, make) => {
            keepName(name)
            const { plan } = await make(secret ? { startSecret: secret } : {})
            const forSomeone = kind === 'support' && voice !== 'person'
            go(forSomeone ? `/plans/${plan}/share` : `/plans/${plan}`, { replace: true })
          })}
        </>
      )}
    </Page>
  )
}
