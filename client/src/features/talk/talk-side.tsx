import { useRef } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { HelpLink } from './help-link.tsx'
import { hideTalk, useTalkHidden } from './hidden.ts'
import { IdeasHere } from './ideas-here.tsx'
import { useIdeasWaiting } from './ideas-waiting.ts'
import { TalkStateContext } from './talk-context.ts'
import { type GoTo, TalkRow } from './talk-row.tsx'
import type { TalkState } from './talk-state.ts'
import { TalkTop } from './talk-top.tsx'
import { useListed } from './use-listed.ts'
import { useStepping } from './use-stepping.ts'
import './talk.css'

type TalkSideProps = {
  readonly state: TalkState
  /** Brings a section of the plan into view, closing what lies over it, and calls `then` where it is there. */
  readonly goTo: GoTo
}

/** All that is said, by section, in the order of the plan, and what of it waits (SPEC TALK-43, TALK-71). */
export function TalkSide({ state, goTo }: TalkSideProps) {
  const isHidden = useTalkHidden()
  return <TalkStateContext value={state}>{isHidden ? <HiddenTalk /> : <AllTalk goTo={goTo} />}</TalkStateContext>
}

function HiddenTalk() {
  const t = useText()
  return (
    <div className="stack">
      <p>{t('talk-waiting.hidden')}</p>
      <div className="row">
        {/* What hid them had the focus. */}
        <Button ref={(button) => button?.focus()} onClick={() => hideTalk(false)}>
          {t('talk-waiting.show')}
        </Button>
      </div>
    </div>
  )
}

function AllTalk({ goTo }: Pick<TalkSideProps, 'goTo'>) {
  const t = useText()
  const { isHere, waiting, wanted, want, sections, shown, people, isEmpty } = useListed()
  const ideas = useIdeasWaiting()
  const list = useRef<HTMLDivElement>(null)
  const { at, step, onKeyDown } = useStepping(list)
  if (isEmpty && ideas.length === 0)
    return (
      <div className="stack">
        <p>{t(isHere ? 'talk.lists-none' : 'talk.not-here')}</p>
        {isHere && <p className="quiet">{t('talk.lists-how')}</p>}
        <HelpLink />
      </div>
    )
  const isAll = wanted.section === null && wanted.person === null
  const count = shown.reduce((sum, { items }) => sum + items.length, 0) + (isAll ? ideas.length : 0)
  return (
    <>
      <TalkTop
        waiting={waiting + ideas.length}
        onStep={step}
        onWant={want}
        {...{ wanted, sections, people, count, at }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only Escape, which leaves */}
      <div ref={list} className="talk-all" onKeyDown={onKeyDown}>
        {shown.map(({ id, title, items }) => (
          <div key={id} className="stack">
            <h3 className="talk-section">{title}</h3>
            <ul className="list talk-list" aria-label={t('talk.list', { place: title })}>
              {items.map(({ item, name }) => (
                <li key={item.id}>
                  <TalkRow
                    said={item.said}
                    name={name}
                    why={item.waits?.why ?? null}
                    by={item.waits?.by ?? null}
                    isOver={item.isOver}
                    // What the plan has no place for has no way to it.
                    goTo={id === '' ? null : goTo}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
        {isAll && <IdeasHere />}
      </div>
      {count === 0 && <p role="status">{t('talk-waiting.none-shown')}</p>}
    </>
  )
}
