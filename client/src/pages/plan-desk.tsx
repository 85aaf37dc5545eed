import type { PlanFacts } from '@withy/shared/api'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { FailingActions } from '../features/action-tests/failing-actions.tsx'
import { TestsContext, usePlanTests } from '../features/action-tests/use-tests.ts'
import { loadEditor, usePreparedEditor } from '../features/editor/editor-chunk.ts'
import { PlanFollowUps } from '../features/follow-up/in-plan.tsx'
import { FollowUpsContext, usePlanFollowUps } from '../features/follow-up/use-follow-ups.ts'
import { TroubleLight } from '../features/link-state/saved-light.tsx'
import { type OwnCopy, usePreparedCopy } from '../features/link-state/use-device-copy.ts'
import { PlainHttpNotice } from '../features/people/plain-http-notice.tsx'
import { BottomBar } from '../features/plan/bottom-bar.tsx'
import { goToSection } from '../features/plan/go-to-section.ts'
import { PlanHeading } from '../features/plan/plan-heading.tsx'
import { Rail } from '../features/plan/rail.tsx'
import { UnplacedWords } from '../features/plan/unplaced-words.tsx'
import { useIsNarrow } from '../features/plan/use-is-narrow.ts'
import { usePlace } from '../features/plan/use-place.ts'
import { useRowInView } from '../features/plan/use-row-in-view.ts'
import { useWhereInPlan } from '../features/plan/where-in-plan.ts'
import { PresenceNews } from '../features/presence/presence-news.tsx'
import { ReadingButton } from '../features/reading/reading-button.tsx'
import { onReadingSettings, readingSettings } from '../features/reading/settings.ts'
import { SaidProvider } from '../features/said/said-slots.tsx'
import { TalkButton, TalkMay, TalkProvider } from '../features/talk/talk-slots.tsx'
import { askToLetIn } from '../features/together/ask-to-let-in.ts'
import { TogetherBars, TogetherProvider } from '../features/together/together-slots.tsx'
import { WhereLine } from '../features/where/where-line.tsx'
import { useDesk } from '../live/desk.tsx'
import { useWholePlan } from '../live/whole-plan.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LaterDialog, laterDialog } from '../ui/later-dialog.tsx'
import { Page } from '../ui/page.tsx'
import { useWhenIdle } from '../ui/use-when-idle.ts'
import { AgreementPart } from './agreement-part.tsx'
import { PlanGlossary } from './glossary-part.tsx'
import { PlanBar, PlanLinks } from './plan-bar.tsx'
import { PlanSections } from './plan-sections.tsx'
import type { SideShown } from './plan-side.tsx'
import { PrintDraft } from './print-draft.tsx'
import { forgetPlace, keepPlace } from './same-place.ts'
import { type KeyOpens, usePageKeys } from './use-page-keys.ts'
import { useWay, wayNow } from './writing-way.ts'

/** Words that are suggested are written as those of the plan are, though not in it. */
const loadWordsEditor = async () => (await loadEditor(wayNow())).WordsEditor

/** Beside the plan, or over it: stays once it is here, and knows where the focus came from. */
const sides = laterDialog(async () => (await import('./plan-side.tsx')).PlanSide)

const dialogs = laterDialog(async () => (await import('./plan-dialogs.tsx')).PlanDialog, 'plan-dialogs', 'keys')

type PlanDeskProps = {
  readonly facts: PlanFacts
  readonly kept: ReactNode
  readonly own: OwnCopy
}

const fetchCarets = () => import('../features/presence/caret-layer.tsx')

/** The plan on its desk: sections beside it, one continuous page in the middle, people and activity when asked for. */
export function PlanDesk({ facts, kept, own }: PlanDeskProps) {
  const t = useText()
  const { may, live } = useDesk()
  const narrow = useIsNarrow()
  const [side, setSide] = useState<SideShown>(null)
  const [shown, show] = useState<'sections' | 'take-away' | 'keys' | 'safe' | null>(null)
  const openByKey = useCallback((what: KeyOpens) => {
    if (what === 'waiting') askToLetIn('asked')
    else if (what === 'keys') show('keys')
    else setSide(what)
  }, [])
  const takeAway = () => {
    // A file is made on the server, which has what waits here.
    askToLetIn('copy')
    show('take-away')
  }
  const calm = useSyncExternalStore(onReadingSettings, () => readingSettings().calm)
  usePageKeys(openByKey)
  const place = usePlace()
  const where = useWhereInPlan(place)
  const rail = useRef<HTMLElement>(null)
  useRowInView(rail, place)
  useLayoutEffect(keepPlace, [])
  useEffect(() => {
    // Again, after the heading and the address have had their say.
    keepPlace()
    forgetPlace()
  }, [])
  const tests = usePlanTests()
  const followUps = usePlanFollowUps()
  const isCopy = facts.people.find(({ id }) => id === facts.me)?.cameBy === 'example'
  usePreparedEditor(may('write'), useWay())
  useEffect(() => {
    // Asked for first where words are not saved, and then it cannot be fetched.
    void dialogs.prepare('safe')
    void sides.prepare()
  }, [])
  usePreparedCopy(may('write'))
  // They are drawn where an editor is open, which comes later too.
  const carets = useWhenIdle(fetchCarets)
  const closeSide = useCallback(() => setSide(null), [])

  return (
    <TestsContext value={tests}>
      <TalkProvider wordsEditor={loadWordsEditor}>
        <TogetherProvider calm={calm} goTo={goToSection}>
          <Page
            title={facts.title}
            heading={null}
            width="full"
            where={narrow ? where : null}
            bar={
              <PlanBar
                facts={facts}
                side={side}
                onSide={setSide}
                onTakeAway={takeAway}
                onAskSaved={() => show('safe')}
              />
            }
          >
            <PresenceNews />
            <div className={side && !narrow ? 'desk desk-with-side' : 'desk'}>
              {!narrow && (
                <nav ref={rail} className="rail" aria-label={t('plan.sections')} data-not-printed="">
                  <div className="rail-talk">
                    <TalkButton onOpen={() => setSide('talk')} />
                    <WhereLine title={facts.title} where={where} />
                  </div>
                  <Rail place={place} />
                </nav>
              )}
              <div className="desk-plan">
                <PrintDraft title={facts.title} />
                {kept}
                <PlanHeading facts={facts}>
                  <Button
                    look="quiet"
                    aria-haspopup={narrow ? 'dialog' : undefined}
                    onClick={() => setSide('activity')}
                  >
                    {t('live.activity-title')}
                  </Button>
                  <Link href={`/plans/${facts.id}/workshops`} className="button button-quiet">
                    {t('plan.workshops')}
                  </Link>
                  <Link href={`/plans/${facts.id}/history`} className="button button-quiet">
                    {t('plan.history')}
                  </Link>
                  <Link href={`/plans/${facts.id}/agree`} className="button button-quiet">
                    {t('plan.agree')}
                  </Link>
                </PlanHeading>
                <TalkMay />
                <AgreementPart />
                <PlainHttpNotice />
                {facts.seat && !facts.seat.taken && !isCopy && (
                  <p className="plan-seat">{t(may('hand-over') ? 'plan.seat-free' : 'plan.seat-free-told')}</p>
                )}
                {narrow && <PlanLinks facts={facts} onTakeAway={takeAway} />}
                <FollowUpsContext value={followUps}>
                  <SaidProvider>
                    <PlanSections />
                  </SaidProvider>
                  <AfterSections />
                </FollowUpsContext>
                <PlanGlossary />
                <UnplacedWords />
                {carets && <carets.CaretLayer />}
                {!narrow && <TogetherBars />}
              </div>
              {(side || sides.here()) && (
                <LaterDialog later={sides} given={{ shown: side, narrow, onClose: closeSide }} />
              )}
            </div>
            {narrow && (
              <div className="desk-bottom">
                <TogetherBars />
                <BottomBar
                  place={place}
                  onSections={() => show('sections')}
                  onPeople={() => setSide('people')}
                  talk={<TalkButton short onOpen={() => setSide('talk')} />}
                  reading={<ReadingButton />}
                  light={<TroubleLight live={live} onAsk={() => show('safe')} />}
                />
              </div>
            )}
          </Page>
        </TogetherProvider>
      </TalkProvider>
      {(shown === 'take-away' || shown === 'keys' || shown === 'safe') && (
        <LaterDialog
          later={dialogs}
          given={{
            shown,
            plan: facts.id,
            kind: facts.kind,
            live,
            own,
            mayWrite: may('write'),
            onClose: () => show(null),
          }}
        />
      )}
      {shown === 'sections' && (
        <Dialog title={t('plan.sections')} close={t('plan.close')} onClose={() => show(null)}>
          <nav className="rail rail-sheet" aria-label={t('plan.sections')}>
            <Rail place={place} onGo={() => show(null)} />
          </nav>
        </Dialog>
      )}
    </TestsContext>
  )
}

function AfterSections() {
  const plan = useWholePlan()
  return (
    <>
      <FailingActions plan={plan} />
      <PlanFollowUps plan={plan} />
    </>
  )
}
