import { NOW, type PlanFacts } from '@withy/shared/api'
import { compared, type Plan, restorePlan, TEMPLATES } from '@withy/shared/plan'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { sentenceOf } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { compareVersions } from '../api/versions.ts'
import { ChangesView } from '../features/history/changes-view.tsx'
import { onlyTakesOut, writersGoingOut } from '../features/history/going-out.ts'
import { useWriters } from '../features/history/writers.ts'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { lightOf } from '../features/link-state/light-words.ts'
import { useCloseWarning } from '../features/link-state/use-close-warning.ts'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import type { LivePlan } from '../live/live-plan.ts'
import { hasEnded, useLink } from '../live/use-live.ts'
import { wholePlan } from '../live/whole-plan.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

type BringBackProps = {
  readonly plan: string
  /** Which version it is. */
  readonly version: string
  /** The words to be brought back. */
  readonly chosen: Plan
  readonly onClose: () => void
}

/** Opens the plan, shows what bringing a version back would change in it as it is at this moment, and does it when asked. */
export default function BringBack({ plan, version, chosen, onClose }: BringBackProps) {
  const t = useText()
  const open = useOpenPlan(plan)
  const [isDone, setIsDone] = useState(false)
  return (
    <section className="bring-back card" aria-labelledby="bring-back">
      <FocusedHeading key={String(isDone)}>
        {t(isDone ? 'history.brought-back-title' : 'history.bring-back-title')}
      </FocusedHeading>
      {open.is === 'asking' ? <p role="status">{t('live.opening')}</p> : null}
      {open.is === 'refused' ? (
        <div className="row">
          <p role="alert">{sentenceOf(open.error)}</p>
          <Button onClick={open.again}>{t('common.try-again')}</Button>
        </div>
      ) : null}
      {open.is === 'open' ? (
        <Opened
          live={open.live}
          facts={open.facts}
          again={open.again}
          {...{ version, chosen, onClose, isDone, setIsDone }}
        />
      ) : null}
    </section>
  )
}

/** What was done takes the place of what was asked, and brings people to it. */
function FocusedHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} id="bring-back" tabIndex={-1}>
      {children}
    </h2>
  )
}

type OpenedProps = Pick<BringBackProps, 'version' | 'chosen' | 'onClose'> & {
  readonly live: LivePlan
  readonly facts: PlanFacts
  readonly again: () => void
  readonly isDone: boolean
  readonly setIsDone: (isDone: boolean) => void
}

function Opened({ again, ...asking }: OpenedProps) {
  const { live, facts } = asking
  const t = useText()
  const link = useLink(live)
  useCloseWarning(live)
  if (link.is === 'opening') return <p role="status">{t('live.opening')}</p>
  if (link.is === 'ended' && hasEnded(link.why)) {
    const { kind, people } = facts
    return <EndedNotice live={live} why={link.why} template={TEMPLATES[kind]} people={people} onOpenAgain={again} />
  }
  return <Asking {...asking} />
}

function Asking({ live, facts, version, chosen, onClose, isDone, setIsDone }: Omit<OpenedProps, 'again'>) {
  const t = useText()
  const { told } = useWriters(facts)
  // Whose words go out is good to know: where the server cannot say it, what will change is shown all the same.
  const since = useAnswer(() => compareVersions(facts.id, version, NOW))
  const whole = wholePlan(live.doc, facts.kind)
  const now = useSyncExternalStore(whole.on, whole.now)
  // Words without a place stay as they are: nothing is promised of them.
  const comparison = useMemo(() => {
    const found = compared(now, chosen)
    return { ...found, changes: found.changes.filter(({ what }) => what !== 'unplaced') }
  }, [now, chosen])
  const bring = () => {
    // One step of undo of its own, and typed for nobody.
    live.undo.stopCapturing()
    live.changeFor(null, () => restorePlan(live.doc, chosen))
    live.undo.stopCapturing()
    setIsDone(true)
  }
  const takeBack = () => {
    live.undo.undo()
    setIsDone(false)
  }
  if (isDone) return <Done live={live} plan={facts.id} onUndo={takeBack} />
  const only = onlyTakesOut(comparison.changes)
  const whose = since.is === 'here' ? told(since.answer.writers, writersGoingOut(since.answer.changes)) : null
  return (
    <>
      <p>
        {only ? `${t('history.only-out')} ` : ''}
        {whose?.who === 'known' ? `${t('history.goes-out', whose)} ` : ''}
        {t('history.bring-back-about')}
      </p>
      <ChangesView comparison={comparison} facts={facts} />
      <div className="row">
        {comparison.changes.length > 0 ? (
          <Button look="main" onClick={bring}>
            {t(only ? 'history.only-out-do' : 'history.bring-back-do')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </>
  )
}

type DoneProps = { readonly live: LivePlan; readonly plan: string; readonly onUndo: () => void }

function Done({ live, plan, onUndo }: DoneProps) {
  const t = useText()
  const light = lightOf(useLink(live))
  return (
    <>
      <Notice look="done" spoken>
        <p>{t('history.brought-back')}</p>
      </Notice>
      <p role="status">
        {t(light.words)} {light.more ? t(light.more) : ''}
      </p>
      <div className="row">
        <Link href={`/plans/${plan}`} className="button button-main">
          {t('common.open-plan')}
        </Link>
        <Button onClick={onUndo}>{t('plan.undo')}</Button>
      </div>
    </>
  )
}
