import {
  addItem,
  EASY_TITLE,
  easyKey,
  easyStatus,
  fullTextChanged,
  fullWordsOf,
  type Item,
  namedBy,
  SHAPES,
  setStandsFor,
  sidesOfRow,
  standsForNow,
  wholeSection,
} from '@withy/shared/plan'
import { type RefObject, useContext, useEffect, useId, useRef, useState } from 'react'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useReadPlan, useWholePlan } from '../../../live/whole-plan.ts'
import { useLanguage, useText, useWords } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { takeLostFocus } from '../../../ui/late-focus.ts'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { ListBox } from '../list-box.tsx'
import { useList } from '../use-list.ts'
import { EasyCheckForm } from './easy-check-form.tsx'
import { EasyHints, PhotoHint } from './easy-hints.tsx'
import { EasyRow } from './easy-row.tsx'
import { EasyRowForm } from './easy-row-form.tsx'
import { followRemoved } from './photo/follow-removed.ts'
import './easy.css'

/** No section of a plan is so long; a start is a start. */
const MOST_TO_START = 60

type EasyPanelProps = {
  readonly section: string
  readonly title: string
  /** Whether the full text is put away. */
  readonly only: boolean
  readonly onOnly: (only: boolean) => void
}

/** A section in easy words: whether they were checked, a row for each idea, and what can be done with them (SPEC EASY-20 to EASY-25). */
export function EasyPanel({ section, title, only, onOnly }: EasyPanelProps) {
  const t = useText()
  const words = useWords()
  const { id: planId, live, may } = useDesk()
  useEffect(() => followRemoved(planId, live), [planId, live])
  const box = easyKey(section)
  const plan = useWholePlan()
  const planNow = useReadPlan()
  const { items } = useList(box, 'easy')
  const id = useId()
  const status = words(easyStatus(items, plan.easyChecked[section]))
  const reader = useLanguage()
  const lang = useContext(PlanLanguage)
  const [alone, setAlone] = useState(false)
  const inTwo = items.some((item) => sidesOfRow(item, reader, lang).length > 1)
  const heading = useRef<HTMLHeadingElement>(null)
  const isStarted = useRef(false)
  // What was pressed goes as the rows come.
  useEffect(() => {
    if (!isStarted.current || items.length === 0) return
    isStarted.current = false
    takeLostFocus(heading.current)
  }, [items.length])
  return (
    <section className="easy" aria-labelledby={id}>
      <h4 id={id} ref={heading} tabIndex={-1}>
        {words(EASY_TITLE)}
      </h4>
      {items.length > 0 && <p className="easy-status">{status}</p>}
      <div className="row" data-not-printed="">
        {(items.length > 0 || only) && (
          <Button aria-pressed={only} onClick={() => onOnly(!only)}>
            {t('easy.only')}
          </Button>
        )}
        {inTwo && (
          <Button aria-pressed={!alone} onClick={() => setAlone(!alone)}>
            {t('easy.both')}
          </Button>
        )}
        {items.length === 0 && may('write') && <StartButton section={section} started={isStarted} />}
      </div>
      <ListBox
        box={box}
        shape="easy"
        section={section}
        label={`${title}, ${words(EASY_TITLE)}`}
        features={[]}
        standsFor={() => wholeSection(planNow(), section)}
        drawn={{
          read: (item) => <EasyRow planId={planId} item={item} alone={alone} />,
          form: (item) => <EasyRowForm item={item} box={box} />,
        }}
        about={(item, isOpen) => (
          <>
            <Changed item={item} section={section} />
            {may('write') &&
              !isOpen &&
              sidesOfRow(item, reader, lang).map((side) => (
                <EasyHints key={side.field} words={side.words} lang={side.lang} />
              ))}
            {may('write') && !isOpen && <PhotoHint item={item} />}
          </>
        )}
      />
      {may('write') && items.length > 0 && <EasyCheckForm section={section} check={plan.easyChecked[section]} />}
    </section>
  )
}

/** Begins with the full text, sentence by sentence: to be made easier by people. */
function StartButton({ section, started }: { readonly section: string; readonly started: RefObject<boolean> }) {
  const t = useText()
  const { live } = useDesk()
  const announce = useAnnounce()
  const plan = useWholePlan()
  const planNow = useReadPlan()
  if (fullWordsOf(plan, section).length === 0) return null
  const start = () => {
    const full = fullWordsOf(planNow(), section).slice(0, MOST_TO_START)
    for (const { words, of } of full) addItem(live.doc, { key: easyKey(section), shape: 'easy', cells: { words }, of })
    started.current = true
    announce({ kind: 'done', sentence: t('easy.started', { count: full.length }) })
  }
  return (
    <>
      <Button onClick={start}>{t('easy.start')}</Button>
      <p className="quiet">{t('easy.start-about')}</p>
    </>
  )
}

/** Said of a row whose full text reads otherwise now. */
function Changed({ item, section }: { readonly item: Item; readonly section: string }) {
  const t = useText()
  const { live, may } = useDesk()
  const announce = useAnnounce()
  const plan = useWholePlan()
  const planNow = useReadPlan()
  const { of } = item
  if (!of || !fullTextChanged(plan, section, of)) return null
  // A row that has just been begun stands for words that the page has not drawn yet.
  if (!fullTextChanged(planNow(), section, of)) return null
  const keep = () => {
    setStandsFor(live.doc, easyKey(section), item.id, standsForNow(planNow(), section, of))
    announce({ kind: 'done', sentence: t('easy.still-right-done') })
  }
  return (
    <div className="easy-changed">
      <p>{t('easy.full-text-changed')}</p>
      {may('write') && (
        <Button
          aria-label={`${t('easy.still-right')}: ${String(item.cells[namedBy(item, SHAPES.easy)?.id ?? ''] ?? '')}`}
          onClick={keep}
        >
          {t('easy.still-right')}
        </Button>
      )}
    </div>
  )
}
