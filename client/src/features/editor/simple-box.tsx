import { type LinePlace, linesIn, type RichText, readRichText, textOfLines } from '@withy/shared/plan'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { forkOf } from '../../live/undo.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { reach } from '../../ui/reach.ts'
import { beginIn } from './begin-in.ts'
import { CoachRoom, isCoached } from './coach/coach-room.tsx'
import { FetchedPanel } from './fetched-panel.tsx'
import { lineOfCaret, placeInLine } from './line-place.ts'
import { caretOfArea } from './say-area-caret.ts'
import { SimpleArea, type SimpleAreaNow } from './simple-area.tsx'
import { Speak } from './speak/speak.tsx'
import { languageForm } from './tool-panels.ts'
import { writesIn } from './writes-in.ts'
import type { CaretIn, Start, WordsEditorProps, WrittenIn } from './written-in.ts'

/** Hints for who writes, fetched when a box is open. Where they cannot be had it is whole without them. */
const Coach = lazy(() => reach(() => import('./coach/coach-in-area.tsx')).catch(() => ({ default: () => null })))

const textsIn = (fragment: Y.XmlFragment): readonly string[] =>
  (linesIn(fragment) ?? []).map((line) => textOfLines([line]))

/** Whether a simple box can hold these words without taking any away (SPEC PLAN-84). */
export const fits = (fragment: Y.XmlFragment): boolean => linesIn(fragment) !== null

/** A text box that is written in as plain words, with a Done button. It has no shape at rest: the page shows the words. */
export function Box(props: WrittenIn) {
  const { desk, section, box, label, asked, start, onDone, onUnfit, onWay } = props
  const t = useText()
  const { live } = desk
  const [fragment] = useState(() => live.doc.getXmlFragment(box))
  const [place] = useState(() => placeOf(fragment, start))
  const area = useRef<SimpleAreaNow>(null)
  const done = useRef<HTMLButtonElement>(null)
  const [asks, ask] = useState(false)
  const [written, setWritten] = useState<HTMLTextAreaElement | null>(null)
  useEffect(() => setWritten(area.current?.element ?? null), [])

  const sayCaret = useCallback(
    (own: HTMLTextAreaElement) => live.say({ section, box, caret: caretOfArea(own, fragment, box) }),
    [live, section, box, fragment],
  )
  useEffect(() => {
    live.say({ section, box })
    return () => live.say({ box: null, caret: null })
  }, [live, section, box])

  const words = { fragment, lines: () => area.current?.lines() ?? { from: 0, to: 0 } }
  const backToWords = () => {
    ask(false)
    area.current?.focus()
  }
  useEffect(() => {
    const language = writesIn()
    // What is said of a line changes nothing of the area: a word that is being composed stays whole.
    if (language) return beginIn(fragment, language, () => false)
  }, [fragment])

  return (
    <SimpleArea
      ref={area}
      {...{ fragment, onUnfit }}
      above={asks && <FetchedPanel fetch={languageForm} props={{ words, onDone: backToWords }} />}
      undo={live.undo}
      label={label}
      asked={asked}
      describedBy={undefined}
      focus
      start={place}
      onCaret={sayCaret}
      onDone={() => done.current?.focus()}
      first={
        <Button ref={done} look="main" onClick={onDone}>
          {t('plan.done')}
        </Button>
      }
    >
      <Button look="quiet" aria-expanded={asks} onClick={() => ask(!asks)}>
        {t('plan.tool-language')}
      </Button>
      <Button look="quiet" onClick={() => onWay('rich', inTools(area.current?.place()))}>
        {t('reading.simple-box-tools')}
      </Button>
      <Speak put={(said) => area.current?.put(said)} words={words} />
      {written && isCoached(desk.me.voice) && (
        <Suspense fallback={<CoachRoom />}>
          <Coach area={written} lines={textsIn} {...{ fragment, desk, box }} />
        </Suspense>
      )}
    </SimpleArea>
  )
}

const inTools = (place: LinePlace | undefined): CaretIn | null => (place ? (doc) => placeInLine(doc, place) : null)

/** The place that was said: of a tap on the words at rest, with so many letters before it. */
function placeOf(fragment: Y.XmlFragment, start: Start): LinePlace | null {
  if (typeof start === 'function') return null
  if (typeof start !== 'number') return start && lineOfCaret(start)
  const lines = linesIn(fragment) ?? []
  let left = start
  for (const [line, each] of lines.entries()) {
    const words = textOfLines([each])
    for (let at = 0; at <= words.length; at++) {
      if (left === 0) return { line, at }
      if (at < words.length && words[at] !== '\n') left--
    }
  }
  return null
}

/** The simple box over words of its own (see the editor of the same name). */
export function WordsEditor({ text, label, describedBy, onChange, onDone, onUnfit }: WordsEditorProps) {
  const [{ fragment, undo }] = useState(() => forkOf(text))
  const change = useRef<(text: RichText) => void>(onChange)
  change.current = onChange
  useEffect(() => {
    const tell = () => change.current(readRichText(fragment))
    fragment.observeDeep(tell)
    return () => fragment.unobserveDeep(tell)
  }, [fragment])
  return (
    <div className="rich-editor words-editor simple-box">
      <SimpleArea {...{ fragment, undo, label, describedBy, onUnfit, onDone }} focus={false} start={null} />
    </div>
  )
}
