import { can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { easyKey, type Plan, TEMPLATES } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import { type ReactNode, useEffect, useState } from 'react'
import { showSection } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLinkStage } from '../../live/use-live.ts'
import { readSection } from '../../plan-view/read-section.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { useTheirs } from '../../ui/theirs.tsx'
import { HowToJoin, type JoinWords } from './how-to-join.tsx'
import { Paged } from './paged.tsx'
import { ScreenBar } from './screen-bar.tsx'
import { SectionOnScreen } from './section-on-screen.tsx'
import { SetUp } from './set-up.tsx'
import { stepBeside, stepsOf } from './steps.ts'
import { useCalm } from './use-calm.ts'
import { useClicker } from './use-clicker.ts'
import type { OwnCode } from './use-own-code.ts'
import type { ScreenSetUp } from './use-screen-set-up.ts'
import { useScreenView } from './use-screen-view.ts'
import { useWakeLock } from './use-wake-lock.ts'
import './easy-on-screen.css'
import './room-screen.css'

/** What stands on the screen in the place of the section that was chosen. */
export type InPlace = {
  /** Another one begins at its first page. */
  readonly key: string
  /** The line above everything: where the room is, in what, and about how long. */
  readonly name: string
  readonly over: string | null
  readonly time: string | null
  /** Not used where a section of the plan stands there: that has its own. */
  readonly title: string
  readonly words: ReactNode
  /** Of the plan, drawn after the words. */
  readonly section: string | null
  readonly beside: ReactNode
  readonly below: ReactNode
  readonly bar: ReactNode
  /** Held still by somebody who is not at this screen. */
  readonly isHeld: boolean
  /** Nobody is asked in to what is over. */
  readonly isJoinShown: boolean
  readonly isJoinLarge: boolean
}

type RoomScreenProps = {
  readonly facts: PlanFacts
  readonly live: LivePlan
  /** How to join, in words; null while there is no code of the asker's own. */
  readonly join: JoinWords | null
  readonly code: OwnCode
  /** Chooses the language of this screen. */
  readonly language: ReactNode
  readonly setUp: ScreenSetUp
  readonly inPlace?: InPlace | undefined
  /** Draws the easy words of a section. */
  readonly easyWords: (plan: Plan, section: string) => ReactNode
  /** Said in the line above everything: what has changed since the plan was agreed. */
  readonly note?: string | null
}

/**
 * A plan that has arrived, for a whole room: one section at a time, the one the facilitator chose, large and still, or what stands in
 * its place. It shows the plan's words and how to join, and nothing of who reads, writes or was invited (SPEC SYNC-70 to SYNC-76).
 */
export function RoomScreen({ facts, live, join, code, language, setUp, inPlace, easyWords, note }: RoomScreenProps) {
  const t = useText()
  const lang = useLanguage()
  const template = TEMPLATES[facts.kind]
  const { calm, isHeld, isJoinShown } = setUp
  const view = useScreenView(live, facts.kind, calm)
  const stage = useLinkStage(live)
  const chosen = useCalm(calm, 'section', facts.shown, isHeld)
  const [place, setPlace] = useState({ page: 0, pages: 1 })
  const [settingUp, setSettingUp] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const awake = useWakeLock()

  const plan = view?.plan() ?? null
  const shown = inPlace ? inPlace.section : chosen
  const section = plan && shown !== null ? readSection(plan, template, shown, lang) : null
  const rows = plan && section && setUp.isEasy ? plan.boxes[easyKey(section.id)] : undefined
  const isEasy = rows?.type === 'list' && rows.items.length > 0
  const boxes = section ? [...section.boxes.map(({ key }) => key), easyKey(section.id)].join('\n') : ''
  useEffect(() => view?.watch(boxes.split('\n')), [view, boxes])
  const isStill = isHeld || (inPlace?.isHeld ?? false)
  useEffect(() => view?.freeze(isStill), [view, isStill])
  const what = `${inPlace?.key ?? ''} ${shown ?? ''} ${isEasy}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new begins at its first page.
  useEffect(() => setPlace((before) => ({ ...before, page: 0 })), [what])

  const titled = useTheirs(section ? !section.isRetitled : inPlace !== undefined)
  const me = facts.people.find(({ id }) => id === facts.me)
  const steps = plan ? stepsOf(plan, template, lang) : []
  const choose =
    !inPlace && me && can(me.role, 'choose-shown-section')
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
  useClicker((way) => {
    const page = place.page + way
    const step = way === 1 ? choose?.on : choose?.back
    if (page >= 0 && page < place.pages) turn(page)
    else if (step) choose?.to(step)
  })

  const at = steps.findIndex(({ id }) => id === shown)
  const where = inPlace ? inPlace.time : at < 0 ? null : t('screen.step', { at: at + 1, of: steps.length })
  return (
    <div className={`screen screen-${setUp.distance}`}>
      <p className="screen-top">
        <span className="screen-plan">{inPlace?.name ?? (section ? facts.title : null)}</span>
        {inPlace?.over ? <span>{inPlace.over}</span> : null}
        {/* In the place of what would not be true while the screen stands still, so that nothing below moves. */}
        {isStill ? <strong>{t(isHeld ? 'screen.frozen' : 'screen.frozen-there')}</strong> : null}
        {stage === 'lost' ? <strong>{t('screen.lost')}</strong> : null}
        {isStill || stage === 'lost' || !where ? null : <span>{where}</span>}
        {isStill || stage === 'lost' || inPlace || !note ? null : <span>{note}</span>}
        {place.pages > 1 ? <span>{t('screen.page', { at: place.page + 1, of: place.pages })}</span> : null}
        {trouble ? <strong role="alert">{trouble}</strong> : null}
      </p>
      <div className="screen-words">
        <h1 className="screen-title" {...titled}>
          {section?.title ?? inPlace?.title ?? facts.title}
        </h1>
        {inPlace || section ? (
          <Paged
            key={what}
            page={place.page}
            onPage={turn}
            onPages={(pages) =>
              setPlace((before) =>
                before.pages === pages ? before : { pages, page: Math.min(before.page, pages - 1) },
              )
            }
          >
            {inPlace?.words}
            {plan && section && isEasy ? <div className="screen-easy">{easyWords(plan, section.id)}</div> : null}
            {section && !isEasy ? (
              <SectionOnScreen
                section={section}
                lang={lang}
                people={[...Array.from(toldApart(facts.people), ([id, name]) => ({ id, name })), ...facts.former]}
                fresh={view?.fresh() ?? new Set()}
              />
            ) : null}
          </Paged>
        ) : (
          <>
            <p className="screen-question">{t('screen.test')}</p>
            {choose ? <p className="screen-hint">{t('screen.first')}</p> : null}
          </>
        )}
        {inPlace?.below}
      </div>
      <div className="screen-side">
        {inPlace?.beside}
        {join && isJoinShown && (inPlace?.isJoinShown ?? true) ? (
          <HowToJoin join={join} isLarge={inPlace?.isJoinLarge ?? false} />
        ) : null}
      </div>
      <ScreenBar
        plan={facts.id}
        noCode={code.none}
        choose={choose}
        page={place.page}
        pages={place.pages}
        onPage={turn}
        frozen={isHeld}
        onFreeze={setUp.onHeld}
        onSetUp={() => setSettingUp(true)}
      >
        {inPlace?.bar}
      </ScreenBar>
      {settingUp ? (
        <SetUp
          distance={setUp.distance}
          onDistance={setUp.onDistance}
          easy={setUp.isEasy}
          onEasy={setUp.onEasy}
          awake={awake}
          language={language}
          join={
            me && can(me.role, 'invite')
              ? {
                  shown: join !== null && isJoinShown,
                  trouble: code.trouble,
                  onShow: (on) => {
                    setUp.onJoinShown(on)
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
