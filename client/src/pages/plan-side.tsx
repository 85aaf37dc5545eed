import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import { ActivityList } from '../features/activity/activity-list.tsx'
import { goToSection } from '../features/plan/go-to-section.ts'
import { WhoIsHere } from '../features/presence/who-is-here.tsx'
import { TalkSide, useTalkIsHere } from '../features/talk/talk-slots.tsx'
import { FollowPerson, HowMuch, WriteFor } from '../features/together/together-slots.tsx'
import { useDesk } from '../live/desk.tsx'
import { openTexts } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { reach } from '../ui/reach.ts'

export type SideShown = 'people' | 'activity' | 'talk' | null

const TITLES = { people: 'plan.people', activity: 'live.activity-title', talk: 'talk.title' } as const

type PlanSideProps = {
  readonly shown: SideShown
  readonly onClose: () => void
  readonly narrow: boolean
}

/** Who is here and what happened, or what is said about the plan: a column on a wide screen, a sheet on a narrow one with the one that was asked for. */
export function PlanSide({ shown, onClose, narrow }: PlanSideProps) {
  const t = useText()
  const column = useRef<HTMLElement>(null)
  const opener = useRef<Element | null>(null)
  const asked = useRef<{ readonly for: SideShown; readonly from: Element | null } | null>(null)
  // Not before its own words are there.
  const isHere = useTalkIsHere() || shown !== 'talk'

  useEffect(() => {
    if (shown === null) {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
      opener.current = null
      asked.current = null
    } else {
      const now = document.activeElement
      opener.current ??= now
      if (asked.current?.for !== shown) asked.current = { for: shown, from: now }
      // Whoever went on before its words came stays there (SPEC A11Y-31).
      if (isHere && (now === asked.current.from || now === document.body))
        column.current?.querySelector<HTMLElement>(`#side-${shown}`)?.focus()
    }
  }, [shown, isHere])

  // A column stays open beside the place one goes to: closed later, it still gives the focus back.
  const leave = useCallback(() => {
    if (!narrow) return
    onClose()
    opener.current = null
  }, [narrow, onClose])
  const goToTalk = useCallback(
    (section: string, then: () => boolean) => {
      leave()
      requestAnimationFrame(() => {
        if (goToSection(section, false) && !then()) goToSection(section)
      })
    },
    [leave],
  )

  if (shown === null || !isHere) return null
  const goTo = (section: string) => {
    leave()
    requestAnimationFrame(() => goToSection(section))
  }
  const title = t(TITLES[shown])
  if (narrow) {
    return (
      <Dialog key={shown} title={title} close={t('plan.close')} onClose={onClose}>
        {shown === 'people' && <People goTo={goTo} onFollow={leave} />}
        {shown === 'activity' && <ActivityList goTo={goTo} />}
        {shown === 'talk' && <TalkSide goTo={goToTalk} />}
      </Dialog>
    )
  }
  const first = shown === 'talk' ? 'talk' : 'people'
  return (
    <aside
      ref={column}
      className="side"
      aria-label={shown === 'talk' ? title : t('plan.people-and-activity')}
      data-not-printed=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <section aria-labelledby={`side-${first}`} className="side-part">
        <div className="side-top">
          <h2 id={`side-${first}`} tabIndex={-1}>
            {t(TITLES[first])}
          </h2>
          <Button look="quiet" onClick={onClose}>
            {t('plan.close')}
          </Button>
        </div>
        {first === 'talk' ? <TalkSide goTo={goToTalk} /> : <People goTo={goTo} onFollow={leave} />}
      </section>
      {first === 'people' && (
        <section aria-labelledby="side-activity" className="side-part">
          <h2 id="side-activity" tabIndex={-1}>
            {t('live.activity-title')}
          </h2>
          <ActivityList goTo={goTo} />
        </section>
      )}
    </aside>
  )
}

// Few people have none: those who look around in an example.
const SayName = lazy(async () => {
  const [{ SayName }] = await Promise.all([reach(() => import('../features/people/say-name.tsx')), openTexts('people')])
  return { default: SayName }
})

type PeopleProps = { readonly goTo: (section: string) => void; readonly onFollow: () => void }

/** Who is in the plan; who has said no name says it there. */
function People({ goTo, onFollow }: PeopleProps) {
  const { id, me } = useDesk()
  const list = useRef<HTMLDivElement>(null)
  return (
    <div ref={list} tabIndex={-1}>
      {me.cameBy === 'example' && (
        <Suspense>
          <SayName plan={id} me={me} onSaid={() => list.current?.focus()} />
        </Suspense>
      )}
      <WhoIsHere
        goTo={goTo}
        more={(person, name) => (
          <>
            <FollowPerson {...{ person, name, onFollow }} />
            <WriteFor {...{ person, name }} />
          </>
        )}
      />
      <HowMuch />
    </div>
  )
}
