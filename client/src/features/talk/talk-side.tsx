import type { TalkThread } from '@withy/shared/protocol'
import { useMemo } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { useWholePlan } from '../../live/whole-plan.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { About } from './about.tsx'
import { goToPlace } from './go-to-place.ts'
import { placesOf } from './plan-places.ts'
import { shortened } from './said.tsx'
import { TalkStateContext, useAllTalk } from './talk-context.ts'
import type { TalkState } from './talk-state.ts'
import { ThreadCard } from './thread-card.tsx'
import './talk.css'

type TalkSideProps = {
  readonly state: TalkState
  /** Brings a section of the plan into view, closing what lies over it, and calls `then` where it is there. */
  readonly goTo: (section: string, then: () => void) => void
}

/** All that is said, by section, in the order of the plan (SPEC TALK-43). */
export function TalkSide({ state, goTo }: TalkSideProps) {
  return (
    <TalkStateContext value={state}>
      <AllThreads goTo={goTo} />
    </TalkStateContext>
  )
}

function AllThreads({ goTo }: Pick<TalkSideProps, 'goTo'>) {
  const t = useText()
  const { isHere, threads } = useAllTalk()
  const sections = useBySection(threads)
  if (threads.length === 0)
    return (
      <div className="stack">
        <p>{t(isHere ? 'talk.lists-none' : 'talk.not-here')}</p>
        {isHere && <p className="quiet">{t('talk.lists-how')}</p>}
      </div>
    )
  return sections.map(({ id, title, threads }) => (
    <section key={id} className="stack" aria-label={title}>
      <h3 className="talk-section">{title}</h3>
      <ul className="list talk-list">
        {threads.map(({ thread, name }) => (
          <li key={thread.id}>
            <ThreadCard
              thread={thread}
              about={
                <>
                  {name && <p className="talk-place">{name}</p>}
                  <About place={thread.place} />
                </>
              }
              more={<ShowIt thread={thread} goTo={goTo} />}
            />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function ShowIt({ thread, goTo }: Pick<TalkSideProps, 'goTo'> & { readonly thread: TalkThread }) {
  const t = useText()
  const words = shortened(thread.comments[0]?.words ?? '')
  return (
    <Button
      look="quiet"
      aria-label={t('talk.show-named', { words })}
      onClick={() => goTo(sectionOfRoot(thread.place.box) ?? '', () => goToPlace(thread.place))}
    >
      {t('talk.show')}
    </Button>
  )
}

type SectionThreads = {
  readonly id: string
  readonly title: string
  readonly threads: readonly { readonly thread: TalkThread; readonly name: string }[]
}

/** Threads under the sections they are about, as the plan has them; what it has no place for comes last. */
function useBySection(threads: readonly TalkThread[]): readonly SectionThreads[] {
  const t = useText()
  const lang = useLanguage()
  const { template } = useDesk()
  const plan = useWholePlan()
  const places = useMemo(() => placesOf(plan, template, lang, t('plan.own-section')), [plan, template, lang, t])
  return useMemo(() => {
    const byPlace = Map.groupBy(threads, ({ place }) => `${place.box}\n${place.item ?? ''}`)
    const found = places.map((section) => ({
      id: section.id,
      title: section.title,
      threads: section.places.flatMap(({ box, item, name }) => {
        const key = `${box}\n${item ?? ''}`
        const here = byPlace.get(key) ?? []
        byPlace.delete(key)
        return here.map((thread) => ({ thread, name }))
      }),
    }))
    const others = [...byPlace.values()].flat().map((thread) => ({ thread, name: '' }))
    return [...found, { id: '', title: t('talk.unsaid-place'), threads: others }].filter(
      ({ threads: here }) => here.length > 0,
    )
  }, [places, threads, t])
}
