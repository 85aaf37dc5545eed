import type { WorkshopShared } from '@withy/shared/api'
import { stepNow } from '@withy/shared/protocol'
import { type ComponentProps, useEffect, useMemo, useState } from 'react'
import { RoomScreen } from '../features/room-screen/room-screen.tsx'
import { useCalm } from '../features/room-screen/use-calm.ts'
import { useWorkshop } from '../features/workshop/use-workshop.ts'
import { Captions } from '../features/workshop-screen/captions.tsx'
import { GroundWords } from '../features/workshop-screen/ground-words.tsx'
import { Lights } from '../features/workshop-screen/lights.tsx'
import { StepWords } from '../features/workshop-screen/step-words.tsx'
import { useMinutes } from '../features/workshop-screen/use-minutes.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'

type ScreenProps = Omit<ComponentProps<typeof RoomScreen>, 'inPlace'>
type ScreenWorkshopProps = ScreenProps & {
  readonly workshop: string
  /** Shows the plan again, where the workshop is over. */
  readonly onLetGo: () => void
}

/** Asked again where nobody answered (ms). */
const AGAIN = 5_000

/** The room screen while a workshop is open. Until what it shows has been answered, the plan stays. */
export function ScreenWorkshop({ workshop, onLetGo, ...screen }: ScreenWorkshopProps) {
  const { again, ...asked } = useWorkshop({ plan: screen.facts.id, id: workshop, live: screen.live, look: 'shared' })
  const isRefused = asked.is === 'refused'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is another one each time.
  useEffect(() => {
    if (!isRefused) return
    const timer = setInterval(again, AGAIN)
    return () => clearInterval(timer)
  }, [isRefused])
  if (asked.is !== 'here') return <RoomScreen {...screen} />
  const { now, ideas, groups } = asked.workshop
  return <WorkshopShown {...screen} now={now} ideas={ideas} groups={groups} onLetGo={onLetGo} />
}

type WorkshopShownProps = ScreenProps & WorkshopShared & Pick<ScreenWorkshopProps, 'onLetGo'>

function WorkshopShown({ now: newest, ideas, groups, onLetGo, ...screen }: WorkshopShownProps) {
  const t = useText()
  const [groundAt, setGroundAt] = useState<string | null>(null)
  const minutesNow = useMinutes(newest)
  const chosen = screen.facts.shown
  const all = useMemo(
    () => ({ shared: { now: newest, ideas, groups }, minutes: minutesNow, chosen }),
    [newest, ideas, groups, minutesNow, chosen],
  )
  const seen = useCalm(screen.setUp.calm, 'workshop', all, screen.setUp.isHeld || newest.frozen)
  const { shared, minutes } = seen
  const { now } = shared
  const step = stepNow(now)
  const isOpen = now.stage === 'open'
  // Which step of all; nought before the first and after the last.
  const at = isOpen ? now.steps.findIndex(({ id }) => id === now.step) + 1 : 0
  // What the group can decide gives way when the room moves on.
  const isGround = isOpen && groundAt === (now.step ?? '')
  const section = isOpen && !isGround ? sectionShown(shared, seen.chosen) : null
  const title = step ? step.title || t(`workshop.kind-${step.kind}`) : now.title
  return (
    <RoomScreen
      {...screen}
      inPlace={{
        key: isGround ? 'ground' : `${step?.id} ${step?.shown} ${now.stage}`,
        name: at === 0 ? screen.facts.title : t('workshop-wall.step', { at, of: now.steps.length }),
        over: at === 0 || section === null ? null : title,
        time: at === 0 ? null : minutes === 0 ? t('workshop.time-over') : t('workshop.time-left', { minutes }),
        title: isGround ? t('workshop-wall.ground') : isOpen ? title : t('workshop-wall.thanks'),
        words: isGround ? (
          <GroundWords ground={now.ground} />
        ) : (
          <StepWords shared={shared} step={step} isSection={section !== null} />
        ),
        section,
        beside: isOpen ? <Lights lights={now.lights} /> : null,
        below: isOpen ? <Captions words={now.caption} /> : null,
        bar: isOpen ? (
          <Button aria-pressed={isGround} onClick={() => setGroundAt(isGround ? null : (now.step ?? ''))}>
            {t('workshop-wall.ground')}
          </Button>
        ) : (
          <Button onClick={onLetGo}>{t('workshop-wall.show-plan')}</Button>
        ),
        isHeld: newest.frozen,
        isJoinShown: isOpen,
        isJoinLarge: isOpen && !isGround && (step === null || step.kind === 'welcome'),
      }}
    />
  )
}

/** The section a room looks at: the one everybody is called to, else that of a step in which it is read or written. */
function sectionShown({ now }: WorkshopShared, chosen: string | null): string | null {
  if (now.called !== null) return now.called
  const step = stepNow(now)
  return step?.kind === 'look' || step?.kind === 'write' ? (step.section ?? chosen) : null
}
