import { can } from '@withy/shared/access'
import { type Language, type Plan, TEMPLATES } from '@withy/shared/plan'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { GoneWords } from '../features/link-state/gone-words.tsx'
import { asOneText, type KeptWords, keptWords } from '../features/link-state/kept-words.ts'
import { KeptWordsField } from '../features/link-state/kept-words-field.tsx'
import { LinkNews } from '../features/link-state/link-news.tsx'
import type { RecoveredDraftProps } from '../features/link-state/recovered-draft.tsx'
import { SendingNews } from '../features/link-state/sending.tsx'
import { useCloseWarning } from '../features/link-state/use-close-warning.ts'
import { useDeviceCopy } from '../features/link-state/use-device-copy.ts'
import { useGoneWords } from '../features/link-state/use-gone-words.ts'
import { type OpenPlan as Open, useOpenPlan, useWordsLeft } from '../features/open-plan/use-open-plan.ts'
import { DeskProvider } from '../live/desk.tsx'
import type { KeptPlan } from '../live/kept-plans.ts'
import { hasEnded, useLinkStage } from '../live/use-live.ts'
import type { TextId } from '../text/catalogue.ts'
import { openTexts } from '../text/language.ts'
import { useLanguage, useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { focusMainHeading, Page } from '../ui/page.tsx'
import { reach } from '../ui/reach.ts'
import { useAtOnce } from '../ui/use-when-idle.ts'
import { PlanDesk } from './plan-desk.tsx'
import { isReadOnly, ReadOnlyPage } from './read-only-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { TakenOutPage } from './taken-out-page.tsx'

/** Of a plan's page, for other pages: fetched with it. */
export { WriteSection } from './write-section.tsx'

/** Few people's roles change while they look. What they may do changes all the same where it cannot be had. */
const RoleNotice = lazy(() =>
  reach(() => import('../features/open-plan/role-notice.tsx')).catch(() => ({ default: () => null })),
)

type OpenPlanProps = {
  readonly plan: string
  /** Its words when the page was opened, if they could be had. */
  readonly words: Plan | null
  /** Draws what is there until the plan has arrived. `again`: how to try again, once that has taken long. */
  readonly meanwhile: (again: (() => void) | null) => ReactNode
  /** What is there instead where it was not given to be read, until this page has asked for itself. */
  readonly refused: ReactNode
}

/** Somebody who waits for longer than this is told that there is no connection (ms). */
const LONG = 8_000

/** A plan opened live, to be written together. */
export default function OpenPlan({ plan, words, meanwhile, refused }: OpenPlanProps) {
  const { left, forgetLeft, again, roleBefore, forgetRole, ...open } = useOpenPlan(plan)
  useCloseWarning(open.is === 'open' ? open.live : null)
  if (open.is === 'refused') {
    const { error, takenOut } = open
    const words = { plan, error, left, forgetLeft }
    if (takenOut === undefined) {
      return (
        <RefusedPage error={error} again={again}>
          <Kept {...words} />
        </RefusedPage>
      )
    }
    return (
      <TakenOutPage plan={takenOut}>
        <Kept about="live.removed-kept" {...words} />
      </TakenOutPage>
    )
  }
  if (open.is === 'asking') return refused ?? <Waiting meanwhile={meanwhile} again={again} />
  const roleNow = open.facts.people.find(({ id }) => id === open.facts.me)?.role
  const above = roleBefore && roleNow && (
    <Suspense>
      <RoleNotice before={roleBefore} now={roleNow} onDone={forgetRole} />
    </Suspense>
  )
  const lost = { left, onLeftRead: forgetLeft }
  return <Arriving key={open.facts.epoch} {...open} {...lost} {...{ above, words, meanwhile, again }} />
}

type RefusedPlan = { readonly plan: string; readonly error: unknown }

/** What is to be said of words that were left here, on the page of a plan that was refused from the start. */
export const WordsLeft = (refused: RefusedPlan) => <Kept {...refused} {...useWordsLeft(refused.plan)} />

type KeptProps = RefusedPlan & ReturnType<typeof useWordsLeft> & { readonly about?: TextId }

function Kept({ plan, error, left, forgetLeft, about }: KeptProps) {
  const gone = useGoneWords(plan, error)
  const [isRead, setIsRead] = useState(false)
  if (left.length > 0) {
    return <LeftWords left={left} about={about} onNothing={forgetLeft} onRead={() => setIsRead(true)} />
  }
  return gone && !isRead && <GoneWords why={gone} />
}

type Opened = Extract<Open, { is: 'open' }>
type ArrivingProps = Omit<Opened, 'is'> &
  Pick<OpenPlanProps, 'words'> & {
    readonly above: ReactNode
    readonly left: readonly KeptPlan[]
    readonly onLeftRead: () => void
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
function Arriving({ live, facts, words, above, left, onLeftRead, meanwhile, again }: ArrivingProps) {
  const t = useText()
  const lang = useLanguage()
  const stage = useLinkStage(live)
  const own = useDeviceCopy({ live, facts })
  const template = TEMPLATES[facts.kind]
  const here = leftBoxes(left, lang)
  const isNothing = left.length > 0 && here.length === 0
  useEffect(() => {
    if (isNothing) onLeftRead()
  }, [isNothing, onLeftRead])
  if (stage === 'opening') return <Waiting meanwhile={meanwhile} again={again} />
  if (isReadOnly(stage)) {
    const kept = (
      <>
        {above}
        {left.length > 0 && <LeftWords left={left} about={undefined} onNothing={onLeftRead} />}
      </>
    )
    return <ReadOnlyPage why={stage} {...{ facts, live, words, kept, again }} />
  }
  if (hasEnded(stage)) {
    return (
      <Page title={facts.title}>
        <EndedNotice live={live} why={stage} template={template} people={facts.people} onOpenAgain={again}>
          <Link href="/" className="button button-plain">
            {t('common.go-home')}
          </Link>
        </EndedNotice>
      </Page>
    )
  }
  const onDevice = own.found?.drafts.flatMap(({ draft }) => draft.boxes) ?? []
  const boxes = unlike([...onDevice, ...here])
  const someLost = (own.found?.unreadable ?? 0) > 0
  const mayWrite = facts.people.some(({ id, role }) => id === facts.me && can(role, 'write'))
  const kept = (
    <>
      {above}
      {boxes.length > 0 || someLost ? (
        <Draft
          boxes={boxes}
          into={mayWrite ? { doc: live.doc, template, people: facts.people } : null}
          onDevice={own.state === 'on' && boxes.length === unlike(onDevice).length}
          someLost={someLost}
          onDone={() => {
            own.forgetDrafts()
            onLeftRead()
          }}
        />
      ) : null}
    </>
  )
  return (
    <DeskProvider live={live} facts={facts}>
      <LinkNews live={live} />
      <SendingNews live={live} />
      <PlanDesk facts={facts} kept={kept} own={own} />
    </DeskProvider>
  )
}

/** What shows words that did not reach the plan. Few people have any. */
const fetchDraft = async () =>
  (await Promise.all([import('../features/link-state/recovered-draft.tsx'), openTexts('draft')]))[0].RecoveredDraft

/** They stay where they are until what shows them has come. */
function Draft(props: RecoveredDraftProps) {
  const Drawn = useAtOnce(fetchDraft)
  return Drawn && <Drawn {...props} />
}

/** Words that were still on their way when the plan was closed or opened anew, and stay with this page. */
const leftBoxes = (left: readonly KeptPlan[], lang: Language): readonly KeptWords[] =>
  left.flatMap(({ live, facts }) => keptWords(live.doc, live.unsaved(), TEMPLATES[facts.kind], lang, facts.people))

/** The same words of the same box once: a page and the device may both have kept them. */
const unlike = (boxes: readonly KeptWords[]): readonly KeptWords[] => [
  ...new Map(boxes.map((box) => [JSON.stringify([box.root, box.words]), box])).values(),
]

type LeftWordsProps = {
  readonly left: readonly KeptPlan[]
  readonly about: TextId | undefined
  /** There are no words in it, or none to be shown any more. */
  readonly onNothing: () => void
  readonly onRead?: () => void
}

/** The same where there is no plan they could go to. */
function LeftWords({ left, about, onNothing, onRead }: LeftWordsProps) {
  const t = useText()
  const kept = leftBoxes(left, useLanguage())
  const isNothing = kept.length === 0
  useEffect(() => {
    if (isNothing) onNothing()
  }, [isNothing, onNothing])
  if (isNothing) return null
  const close = () => {
    focusMainHeading()
    onRead?.()
    onNothing()
  }
  return (
    <div className="notice notice-careful">
      <KeptWordsField words={asOneText(kept)} about={about} />
      <Button onClick={close}>{t('common.close')}</Button>
    </div>
  )
}
