import { useState } from 'react'
import { Link } from 'wouter'
import { fetchSealed, withdrawAgreement } from '../api/agreement.ts'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Certificate, MissingThen } from '../features/agreement/certificate.tsx'
import { WithdrawButton, Withdrawn } from '../features/agreement/withdraw.tsx'
import { EditionView } from '../plan-view/edition-view.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import '../features/agreement/agreement.css'

type SealedPageProps = { readonly plan: string; readonly number: number }

/** A sealed version of a plan: who agreed, and to which words. It reads the same for good. */
export default function SealedPage({ plan, number }: SealedPageProps) {
  const t = useText()
  const [isWithdrawn, setIsWithdrawn] = useState(false)
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), fetchSealed(plan, number)]))
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, sealed] = asked.answer
  const { edition, withdrawn, newest } = sealed
  const title = edition.title || facts.title
  return (
    <Page title={title} heading={null} place={{ title: facts.title, href: `/plans/${plan}` }}>
      {newest > number ? (
        <div className="notice" data-not-printed="">
          <p>
            {t('agreement.newer')} <Link href={`/plans/${plan}/agreed/${newest}`}>{t('agreement.newer-go')}</Link>
          </p>
        </div>
      ) : null}
      <Withdrawn withdrawn={withdrawn} />
      <Certificate title={title} sealed={sealed} />
      <div className="row agree-does" data-not-printed="">
        <Link href={`/plans/${plan}/agreed/${number}/copies`} className="button button-main">
          {t('agreement.copies')}
        </Link>
        <Button onClick={() => window.print()}>{t('agreement.print')}</Button>
        <Link href={`/plans/${plan}/agree`} className="button button-quiet">
          {t('agreement.all-sealed')}
        </Link>
        {sealed.mayWithdraw ? (
          <WithdrawButton
            onWithdraw={async (words) => {
              await withdrawAgreement(plan, number, words)
              setIsWithdrawn(true)
              await again()
            }}
          />
        ) : null}
      </div>
      <p role="status">{isWithdrawn ? t('agreement.withdraw-done') : ''}</p>
      <EditionView edition={edition} />
      <MissingThen record={sealed.record} />
    </Page>
  )
}
