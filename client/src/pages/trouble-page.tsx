import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { wouldAskBeforeClosing } from '../live/ask-before-closing.ts'
import { type KeptPlan, waitingPlan } from '../live/kept-plans.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

/**
 * Shown where a page could not be drawn. Small and always loaded: it must not need fetching itself. Where words of a plan
 * wait on this page the way back to them comes first (SPEC SYNC-140).
 * @param why `away`: it could not be fetched
 */
export function TroublePage({ why }: { readonly why: 'away' | 'broken' }) {
  const t = useText()
  const [waiting, setWaiting] = useState<KeptPlan>()
  // After the plan whose place this has taken has been left.
  useEffect(() => setWaiting(waitingPlan()), [])
  useEffect(() => {
    if (why !== 'away') return
    const again = () => wouldAskBeforeClosing() || location.reload()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [why])
  return (
    <Page title={t('common.trouble-title')}>
      <p>{t(why === 'away' ? 'common.offline' : 'common.trouble-words')}</p>
      {waiting ? <p>{t('common.trouble-waiting')}</p> : null}
      <div className="row">
        {waiting ? (
          <Link href={`/plans/${waiting.facts.id}`} className="button button-main">
            {t('common.trouble-back')}
          </Link>
        ) : null}
        <Button look={waiting ? 'plain' : 'main'} onClick={() => location.reload()}>
          {t('common.try-again')}
        </Button>
        <a className="button button-plain" href="/">
          {t('common.go-home')}
        </a>
      </div>
    </Page>
  )
}
