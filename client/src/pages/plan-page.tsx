import { TEMPLATES } from '@withy/shared/plan'
import { Link } from 'wouter'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { asOneText, keptWords } from '../features/link-state/kept-words.ts'
import { KeptWordsField } from '../features/link-state/kept-words-field.tsx'
import { LinkNews } from '../features/link-state/link-news.tsx'
import { useCloseWarning } from '../features/link-state/use-close-warning.ts'
import { type OpenPlan, useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { DeskProvider } from '../live/desk.tsx'
import type { LivePlan } from '../live/live-plan.ts'
import { hasEnded, useLinkStage } from '../live/use-live.ts'
import { useLanguage, useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { PlanDesk } from './plan-desk.tsx'
import { RefusedPage } from './refused-page.tsx'
import './plan-page.css'

/** A plan, read and written as one page. */
export default function PlanPage({ plan }: { readonly plan: string }) {
  const { left, forgetLeft, again, ...open } = useOpenPlan(plan)
  useCloseWarning(open.is === 'open' ? open.live : null)
  if (open.is === 'refused') return <RefusedPage error={open.error} again={again} />
  if (open.is === 'asking') return <Opening />
  const kept = left && <LeftWords left={left} facts={open.facts} onDone={forgetLeft} />
  return <Arriving key={open.facts.epoch} {...open} kept={kept} again={again} />
}

type Opened = Extract<OpenPlan, { is: 'open' }>
type ArrivingProps = Omit<Opened, 'is'> & { readonly kept: React.ReactNode; readonly again: () => void }

/** Nothing of the plan is shown before all of it is here, and nothing can be written once it was closed. */
function Arriving({ live, facts, kept, again }: ArrivingProps) {
  const t = useText()
  const stage = useLinkStage(live)
  if (stage === 'opening') return <Opening title={facts.title} />
  if (hasEnded(stage)) {
    return (
      <Page title={facts.title}>
        <EndedNotice live={live} why={stage} template={TEMPLATES[facts.kind]} people={facts.people} onOpenAgain={again}>
          <Link href="/" className="button button-plain">
            {t('common.go-home')}
          </Link>
        </EndedNotice>
      </Page>
    )
  }
  return (
    <DeskProvider live={live} facts={facts}>
      <LinkNews live={live} />
      <PlanDesk facts={facts} kept={kept} />
    </DeskProvider>
  )
}

type LeftWordsProps = { readonly left: LivePlan; readonly facts: Opened['facts']; readonly onDone: () => void }

/** Words that were still on their way when the plan was opened anew. */
function LeftWords({ left, facts, onDone }: LeftWordsProps) {
  const t = useText()
  const lang = useLanguage()
  const kept = keptWords(left.doc, left.unsaved(), TEMPLATES[facts.kind], lang, facts.people)
  if (kept.length === 0) return null
  return (
    <div className="notice notice-careful">
      <KeptWordsField words={asOneText(kept)} />
      <Button onClick={onDone}>{t('common.close')}</Button>
    </div>
  )
}

function Opening({ title }: { readonly title?: string }) {
  const t = useText()
  return (
    <Page title={title ?? t('common.opening')} heading={title ?? null}>
      <p role="status" className="quiet">
        {t('live.opening')}
      </p>
    </Page>
  )
}
