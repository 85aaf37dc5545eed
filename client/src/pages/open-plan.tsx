import { type Plan, TEMPLATES } from '@withy/shared/plan'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { asOneText, keptWords } from '../features/link-state/kept-words.ts'
import { KeptWordsField } from '../features/link-state/kept-words-field.tsx'
import { LinkNews } from '../features/link-state/link-news.tsx'
import { SendingNews } from '../features/link-state/sending.tsx'
import { useCloseWarning } from '../features/link-state/use-close-warning.ts'
import { RoleNotice } from '../features/open-plan/role-notice.tsx'
import { type OpenPlan as Open, useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { DeskProvider } from '../live/desk.tsx'
import type { KeptPlan } from '../live/kept-plans.ts'
import { hasEnded, useLinkStage } from '../live/use-live.ts'
import type { TextId } from '../text/catalogue.ts'
import { useLanguage, useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { OldPage } from './old-page.tsx'
import { PlanDesk } from './plan-desk.tsx'
import { RefusedPage } from './refused-page.tsx'

type OpenPlanProps = {
  readonly plan: string
  /** Its words when the page was opened, if they could be had. */
  readonly words: Plan | null
  /** Draws what is there until the plan has arrived. `again`: how to try again, once that has taken long. */
  readonly meanwhile: (again: (() => void) | null) => ReactNode
}

/** Somebody who waits for longer than this is told that there is no connection (ms). */
const LONG = 8_000

/** A plan opened live, to be written together. */
export default function OpenPlan({ plan, words, meanwhile }: OpenPlanProps) {
  const t = useText()
  const { left, forgetLeft, again, roleBefore, forgetRole, ...open } = useOpenPlan(plan)
  useCloseWarning(open.is === 'open' ? open.live : null)
  const isOut = open.is === 'refused' && open.takenOut !== undefined
  const kept = left.length > 0 && (
    <LeftWords left={left} about={isOut ? 'live.removed-kept' : undefined} onDone={forgetLeft} />
  )
  if (open.is === 'refused' && open.takenOut !== undefined) {
    return (
      <Page title={t('live.removed-title')}>
        <p>{t('live.removed-about', { plan: open.takenOut })}</p>
        {kept}
        <div className="row">
          <Link href="/" className="button button-main">
            {t('common.go-home')}
          </Link>
        </div>
      </Page>
    )
  }
  if (open.is === 'refused') {
    return (
      <RefusedPage error={open.error} again={again}>
        {kept}
      </RefusedPage>
    )
  }
  if (open.is === 'asking') return <Waiting meanwhile={meanwhile} again={again} />
  const roleNow = open.facts.people.find(({ id }) => id === open.facts.me)?.role
  const above = (
    <>
      {roleBefore && roleNow && <RoleNotice before={roleBefore} now={roleNow} onDone={forgetRole} />}
      {kept}
    </>
  )
  return <Arriving key={open.facts.epoch} {...open} {...{ words, meanwhile, again }} kept={above} />
}

type Opened = Extract<Open, { is: 'open' }>
type ArrivingProps = Omit<Opened, 'is'> &
  Pick<OpenPlanProps, 'words'> & {
    readonly kept: ReactNode
  } & WaitingProps

type WaitingProps = Pick<OpenPlanProps, 'meanwhile'> & { readonly again: () => void }

function Waiting({ meanwhile, again }: WaitingProps) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG)
    return () => clearTimeout(timer)
  }, [])
  return meanwhile(isLong ? again : null)
}

/** Nothing can be written before all of the plan is here, nor once it was closed. */
function Arriving({ live, facts, words, kept, meanwhile, again }: ArrivingProps) {
  const t = useText()
  const stage = useLinkStage(live)
  if (stage === 'opening') return <Waiting meanwhile={meanwhile} again={again} />
  if (stage === 'update-needed') return <OldPage {...{ facts, live, words, kept }} />
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
      <SendingNews live={live} />
      <PlanDesk facts={facts} kept={kept} />
    </DeskProvider>
  )
}

type LeftWordsProps = {
  readonly left: readonly KeptPlan[]
  readonly about: TextId | undefined
  readonly onDone: () => void
}

/** Words that were still on their way when the plan was closed or opened anew. */
function LeftWords({ left, about, onDone }: LeftWordsProps) {
  const t = useText()
  const lang = useLanguage()
  const kept = left.flatMap(({ live, facts }) =>
    keptWords(live.doc, live.unsaved(), TEMPLATES[facts.kind], lang, facts.people),
  )
  const isNothing = kept.length === 0
  useEffect(() => {
    if (isNothing) onDone()
  }, [isNothing, onDone])
  if (isNothing) return null
  return (
    <div className="notice notice-careful">
      <KeptWordsField words={asOneText(kept)} about={about} />
      <Button onClick={onDone}>{t('common.close')}</Button>
    </div>
  )
}
