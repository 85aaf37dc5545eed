import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { fetchSealed, withdrawAgreement } from '../api/agreement.ts'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { AnnexPart } from '../features/agreement/annex-part.tsx'
import { Certificate, MissingThen } from '../features/agreement/certificate.tsx'
import { WithdrawButton, WithdrawForButton, Withdrawn } from '../features/agreement/withdraw.tsx'
import { EditionView } from '../plan-view/edition-view.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import type { GoOn } from '../ui/late-focus.ts'
import { Page } from '../ui/page.tsx'
import { WithExplainedWords } from './glossary-part.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import '../features/agreement/agreement.css'

type SealedPageProps = { readonly plan: string; readonly number: number }

/** A sealed version of a plan: who agreed, and to which words. It reads the same for good. */
export default function SealedPage({ plan, number }: SealedPageProps) {
  const t = useText()
  const [done, setDone] = useState<{ readonly note: string; readonly goOn: GoOn } | null>(null)
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), fetchSealed(plan, number)]))
  const told = asked.is === 'here' ? asked.answer[1].withdrawn.length : 0
  useEffect(() => {
    if (!done || told === 0) return
    // Who no longer agrees sees their words where they stand now, and goes on from there.
    done.goOn(document.getElementById('agree-withdrawn'))
  }, [done, told])
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} plan={plan} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, sealed] = asked.answer
  const { edition, withdrawn, newest } = sealed
  const title = edition.title || facts.title
  const isMine = sealed.mayWithdraw.some(({ person }) => person === facts.me)
  const others = sealed.mayWithdraw.filter(({ person }) => person !== facts.me)
  const withdraw = async (said: Parameters<typeof withdrawAgreement>[2], goOn: GoOn) => {
    await withdrawAgreement(plan, number, said)
    setDone({ note: t(said.person ? 'agreement.withdraw-for-done' : 'agreement.withdraw-done'), goOn })
    void again()
  }
  return (
    <Page
      title={t('agreement.number', { number })}
      heading={null}
      place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}
    >
      {newest > number ? (
        <div className="notice" data-not-printed="">
          <p>
            {t('agreement.newer')} <Link href={`/plans/${plan}/agreed/${newest}`}>{t('agreement.newer-go')}</Link>
          </p>
        </div>
      ) : null}
      <Withdrawn withdrawn={withdrawn} />
      <p role="status" className="agree-note">
        {done?.note}
      </p>
      <Certificate title={title} sealed={sealed} />
      <div className="row agree-does" data-not-printed="">
        <Link href={`/plans/${plan}/agreed/${number}/copies`} className="button button-main">
          {t('agreement.copies')}
        </Link>
        <Button onClick={() => window.print()}>{t('agreement.print')}</Button>
        <Link href={`/plans/${plan}/agree`} className="button button-quiet">
          {t('agreement.all-sealed')}
        </Link>
        <Link href="/check" className="button button-quiet">
          {t('agreement.check')}
        </Link>
        {isMine ? <WithdrawButton onWithdraw={(words, goOn) => withdraw({ words }, goOn)} /> : null}
        <WithdrawForButton people={others} onWithdraw={(person, words, goOn) => withdraw({ person, words }, goOn)} />
      </div>
      {isMine || newest > number ? null : <p data-not-printed="">{agreeNow()}</p>}
      <WithExplainedWords explained={edition.explained}>
        <EditionView edition={edition} planId={plan} />
      </WithExplainedWords>
      <MissingThen record={sealed.record} />
      {sealed.record.kept.annex ? <AnnexPart plan={plan} number={number} /> : null}
    </Page>
  )

  /** What who does not agree to it, or said nothing, can do: what is sealed takes no more answers (SPEC AGREE-45). */
  function agreeNow(): string {
    const asks = facts.people.find(({ seat, role }) => (facts.kind === 'support' ? seat : role === 'owner'))
    if (!asks || asks.id === facts.me) return t('agreement.agree-now-me')
    return t('agreement.agree-now', { name: asks.name })
  }
}
