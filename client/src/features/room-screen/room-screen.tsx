import { can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { TEMPLATES } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import { type ReactNode, useEffect, useState } from 'react'
import { showSection } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLinkStage } from '../../live/use-live.ts'
import { readSection } from '../../plan-view/read-section.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { HowToJoin, type JoinWords } from './how-to-join.tsx'
import { ScreenBar } from './screen-bar.tsx'
import { SectionOnScreen } from './section-on-screen.tsx'
import { type Distance, SetUp } from './set-up.tsx'
import { stepBeside, stepsOf } from './steps.ts'
import { useClicker } from './use-clicker.ts'
import type { OwnCode } from './use-own-code.ts'
import { useScreenView } from './use-screen-view.ts'
import { useWakeLock } from './use-wake-lock.ts'
import './room-screen.css'

type RoomScreenProps = {
  readonly facts: PlanFacts
  readonly live: LivePlan
  /** How to join, in words; null while there is no code of the asker's own. */
  readonly join: JoinWords | null
  readonly code: OwnCode
  /** Chooses the language of this screen. */
  readonly language: ReactNode
}

/**
 * A plan that has arrived, for a whole room: one section at a time, the one the facilitator chose, large and still. It shows the plan's
 * words and how to join, and nothing of who reads, writes or was invited (SPEC SYNC-70 to SYNC-76).
 */
export function RoomScreen({ facts, live, join, code, language }: RoomScreenProps) {
  const t = useText()
  const lang = useLanguage()
  const template = TEMPLATES[facts.kind]
  const view = useScreenView(live, facts.kind)
  const stage = useLinkStage(live)
  const [frozen, setFrozen] = useState<{ shown: string | null } | null>(null)
  const [place, setPlace] = useState({ page: 0, pages: 1 })
  const [distance, setDistance] = useState<Distance>('middle')
  const [settingUp, setSettingUp] = useState(false)
  const [showJoin, setShowJoin] = useState(true)
  const [trouble, setTrouble] = useState<string | null>(null)
  const awake = useWakeLock()

  const plan = view?.plan() ?? null
  const shown = frozen ? frozen.shown : facts.shown
  const section = plan && shown !== null ? readSection(plan, template, shown, lang) : null
  const boxes = section?.boxes.map(({ key }) => key).join('\n') ?? ''
  useEffect(() => view?.watch(boxes.split('\n')), [view, boxes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section begins at its first page.
  useEffect(() => setPlace((before) => ({ ...before, page: 0 })), [shown])

  const me = facts.people.find(({ id }) => id === facts.me)
  const steps = plan ? stepsOf(plan, template, lang) : []
  const choose =
    me && can(me.role, 'choose-shown-section')
      ? {
          back: stepBeside(steps, shown, -1),
          on: stepBeside(steps, shown, 1),
          to: ({ id }: { id: string }) => {
            showSection(facts.id, id).then(
              () => setTrouble(null),
              (error: unknown) => setTrouble(sentenceOf(error)),
            )
          },
        }
      : null
  const turn = (page: number) =>
    setPlace((before) => ({ ...before, page: Math.max(0, Math.min(page, before.pages - 1)) }))
  const freeze = (on: boolean) => {
    setFrozen(on ? { shown } : null)
    view?.freeze(on)
  }
  useClicker((way) => {
    const page = place.page + way
    const step = way === 1 ? choose?.on : choose?.back
    if (page >= 0 && page < place.pages) turn(page)
    else if (step) choose?.to(step)
  })

  const at = steps.findIndex(({ id }) => id === shown)
  return (
    <div className={`screen screen-${distance}`}>
      <p className="screen-top">
        <span className="screen-plan">{section ? facts.title : null}</span>
        {at >= 0 ? <span>{t('screen.step', { at: at + 1, of: steps.length })}</span> : null}
        {place.pages > 1 ? <span>{t('screen.page', { at: place.page + 1, of: place.pages })}</span> : null}
        {frozen ? <strong>{t('screen.frozen')}</strong> : null}
        {stage === 'lost' ? <strong>{t('screen.lost')}</strong> : null}
        {trouble ? <strong role="alert">{trouble}</strong> : null}
      </p>
      <div className="screen-words">
        {section ? (
          <SectionOnScreen
            section={section}
            lang={lang}
            people={[...Array.from(toldApart(facts.people), ([id, name]) => ({ id, name })), ...facts.former]}
            fresh={view?.fresh() ?? new Set()}
            page={place.page}
            onPage={turn}
            onPages={(pages) =>
              setPlace((before) =>
                before.pages === pages ? before : { pages, page: Math.min(before.page, pages - 1) },
              )
            }
          />
        ) : (
          <>
            <h1 className="screen-title">{facts.title}</h1>
            <p className="screen-question">{t('screen.test')}</p>
            {choose ? <p className="screen-hint">{t('screen.first')}</p> : null}
          </>
        )}
      </div>
      {join && showJoin ? <HowToJoin join={join} /> : null}
      <ScreenBar
        plan={facts.id}
        noCode={code.none}
        choose={choose}
        page={place.page}
        pages={place.pages}
        onPage={turn}
        frozen={frozen !== null}
        onFreeze={freeze}
        onSetUp={() => setSettingUp(true)}
      />
      {settingUp ? (
        <SetUp
          distance={distance}
          onDistance={setDistance}
          awake={awake}
          language={language}
          join={
            me && can(me.role, 'invite')
              ? {
                  shown: join !== null && showJoin,
                  trouble: code.trouble,
                  onShow: (on) => {
                    setShowJoin(on)
                    if (on) code.make()
                  },
                }
              : null
          }
          onClose={() => setSettingUp(false)}
        />
      ) : null}
    </div>
  )
}
