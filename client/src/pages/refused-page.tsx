import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { RefusedError, sentenceOf } from '../api/send.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

type RefusedPageProps = {
  /** Whatever was thrown by the server's answer. */
  readonly error: unknown
  readonly again: () => void
  /** The plan it is a page of: there is a way back to it, for who may see it. */
  readonly plan?: string
  /** What else is to be seen here. */
  readonly children?: ReactNode
}

/** A page that cannot be shown: why, in the server's words, and what to do next. */
export function RefusedPage({ error, again, plan, children }: RefusedPageProps) {
  const t = useText()
  const isOutside = error instanceof RefusedError && (error.refused === 'not-found' || error.refused === 'sign-in')
  return (
    <Page title={t('common.refused-title')}>
      <p>{sentenceOf(error)}</p>
      {error instanceof RefusedError && error.refused === 'not-found' ? <p>{t('common.not-found-why')}</p> : null}
      {children}
      <div className="row">
        {isOutside ? (
          <Link href="/join" className="button button-main">
            {t('common.join')}
          </Link>
        ) : null}
        <Button look={isOutside ? 'plain' : 'main'} onClick={again}>
          {t('common.try-again')}
        </Button>
        {plan && !isOutside ? (
          <Link href={`/plans/${plan}`} className="button button-plain">
            {t('common.open-plan')}
          </Link>
        ) : null}
        <Link href="/" className="button button-plain">
          {t('common.go-home')}
        </Link>
      </div>
    </Page>
  )
}
