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
  /** What else is to be seen here. */
  readonly children?: ReactNode
}

/** A page that cannot be shown: why, in the server's words, and what to do next. */
export function RefusedPage({ error, again, children }: RefusedPageProps) {
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
        <Link href="/" className="button button-plain">
          {t('common.go-home')}
        </Link>
      </div>
    </Page>
  )
}
