import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { HelpLink } from './help-link.tsx'
import { hideTalk, useTalkHidden } from './hidden.ts'
import { HideAll } from './hide-all.tsx'
import { IdeasHere } from './ideas-here.tsx'
import { useIdeasWaiting } from './ideas-waiting.ts'
import { ListedRow } from './listed-row.tsx'
import { TalkStateContext } from './talk-context.ts'
import type { GoTo } from './talk-row.tsx'
import type { TalkState } from './talk-state.ts'
import { TalkSteps } from './talk-steps.tsx'
import { TalkTop } from './talk-top.tsx'
import { useListed } from './use-listed.ts'
import { useStepping } from './use-stepping.ts'
import './talk.css'

/** So many of the list are drawn with it: what is in sight of it on a large screen. */
const FIRST = 6

type TalkSideProps = {
  readonly state: TalkState
  /** Brings a section of the plan into view, closing what lies over it, and calls `then` where it is there. */
  readonly goTo: GoTo
}

/** All that is said: what waits first, the rest by section, in the order of the plan (SPEC TALK-43, TALK-71). */
export function TalkSide({ state, goTo }: TalkSideProps) {
  const isHidden = useTalkHidden()
  const hide = useFocusBack(isHidden)
  return (
    <TalkStateContext value={state}>{isHidden ? <HiddenTalk /> : <AllTalk goTo={goTo} hide={hide} />}</TalkStateContext>
  )
}

function HiddenTalk() {
  const t = useText()
  const show = useRef<HTMLButtonElement>(null)
  // What hid them had the focus.
  useEffect(() => show.current?.focus(), [])
  return (
    <div className="stack">
      <p>{t('talk-waiting.hidden')}</p>
      <div className="row">
        <Button ref={show} onClick={() => hideTalk(false)}>
          {t('talk-waiting.show')}
        </Button>
      </div>
    </div>
  )
}

type AllTalkProps = Pick<TalkSideProps, 'goTo'> & { readonly hide: RefObject<HTMLButtonElement | null> }

function AllTalk({ goTo, hide }: AllTalkProps) {
  const t = useText()
  const { isHere, waiting, wanted, want, sections, shown, sortAnew, people, isEmpty } = useListed()
  const ideas = useIdeasWaiting()
  const list = useRef<HTMLDivElement>(null)
  const { at, step, onKeyDown, onFocus } = useStepping(list, isHere, sortAnew)
  if (isEmpty && ideas.length === 0)
    return (
      <div className="stack">
        <p>{t(isHere ? 'talk.lists-none' : 'talk.not-here')}</p>
        {isHere && <p className="quiet">{t('talk.lists-how')}</p>}
        <HelpLink />
      </div>
    )
  const first = new Set(shown.flatMap(({ items }) => items).slice(0, FIRST))
  const isAll = wanted.section === null && wanted.person === null
  const count = shown.reduce((sum, { items }) => sum + items.length, 0) + (isAll ? ideas.length : 0)
  return (
    <div className="talk-side">
      <TalkTop waiting={waiting + ideas.length} onWant={want} {...{ wanted, sections, people }} />
      {count > 0 && <TalkSteps onStep={step} {...{ count, at }} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only which one has the focus, and Escape, which leaves */}
      <div ref={list} className="talk-all" onKeyDown={onKeyDown} onFocus={onFocus}>
        {shown.map(({ id, title, items }) => (
          <div key={id} className="stack">
            <h3 className="talk-section">{title}</h3>
            <ul className="list talk-list" aria-label={t('talk.list', { place: title })}>
              {items.map((listed) => (
                <ListedRow key={listed.item.id} isFirst={first.has(listed)} {...{ listed, goTo }} />
              ))}
            </ul>
          </div>
        ))}
        {isAll && <IdeasHere />}
      </div>
      {count === 0 && <p role="status">{t('talk-waiting.none-shown')}</p>}
      <div className="talk-foot">
        <HideAll ref={hide} />
        <HelpLink />
      </div>
    </div>
  )
}
