import type { Editor } from '@tiptap/core'
import { lazy, Suspense, useEffect, useId, useRef } from 'react'
import type * as Y from 'yjs'
import { caretPlaces } from '../../live/caret-places.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { reach } from '../../ui/reach.ts'
import { useTheirs } from '../../ui/theirs.tsx'
import { CoachRoom, isCoached } from './coach/coach-room.tsx'
import { fitsEditor as fits } from './fits-editor.ts'
import { holdWhileComposing } from './hold-while-composing.ts'
import { holdWhileMoving } from './hold-while-moving.ts'
import type { WordsHere } from './language-form.tsx'
import { lineOfCaret } from './line-place.ts'
import { caretOf, coordsOf } from './say-caret.ts'
import { putWords } from './speak/put-words.ts'
import { Speak } from './speak/speak.tsx'
import { Toolbar } from './toolbar.tsx'
import { useEditor } from './use-editor.ts'
import { warmUpEditor } from './warm-up.ts'
import { WordsEditor } from './words-editor.tsx'
import { writesIn } from './writes-in.ts'
import type { WrittenIn } from './written-in.ts'
import './rich-editor.css'

export { fits, WordsEditor, warmUpEditor }

/** Hints for who writes, fetched when a box is open. Where they cannot be had it is whole without them. */
const Coach = lazy(() => reach(() => import('./coach/coach-in-editor.tsx')).catch(() => ({ default: () => null })))

/** Whether keys are told of: a phone or tablet without anything else has none to press. */
const hasKeys = (): boolean => window.matchMedia('(any-hover: hover)').matches

/** A text box that is written in, with its tools and a Done button; at rest the words alone. */
export function Box(props: WrittenIn) {
  const { desk, section, box, label, under, open, start, onDone, onUnfit, onWay, rest } = props
  const t = useText()
  const { lang } = useTheirs()
  const hint = useId()
  const words = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const done = useRef<HTMLButtonElement>(null)
  const { live } = desk
  const editor = useEditor(words, {
    fragment: live.doc.getXmlFragment(box),
    undo: live.undo,
    under,
    open,
    focus: true,
    start,
    onUnfit,
    exits: {
      toToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      toDone: () => done.current?.focus(),
    },
    attributes: {
      role: 'textbox',
      'aria-label': label,
      'aria-multiline': 'true',
      ...(hasKeys() && { 'aria-describedby': hint }),
    },
  })

  useEffect(() => {
    if (!editor || !open) return
    const say = () => live.say({ section, box, caret: caretOf(editor, box) })
    say()
    editor.on('selectionUpdate', say)
    return () => {
      editor.off('selectionUpdate', say)
      live.say({ box: null, caret: null })
    }
  }, [editor, open, live, section, box])

  useEffect(() => {
    if (!editor || !open) return
    const ends = [holdWhileComposing, holdWhileMoving].map((begin) => begin(editor.view.dom, live.hold))
    return () => ends.forEach((end) => void end())
  }, [editor, open, live])

  useEffect(() => {
    const language = writesIn()
    if (!editor || !open || !language) return
    let end: (() => void) | null = null
    let over = false
    // Few say this on their device: it is here with the editor then, and else comes with the first box after it was said.
    reach(() => import('./begin-in.ts')).then(
      ({ beginIn }) => {
        if (over) return
        end = beginIn(live.doc.getXmlFragment(box), language, () => !editor.isDestroyed && editor.view.composing)
      },
      () => undefined,
    )
    return () => {
      over = true
      end?.()
    }
  }, [editor, open, live, box])

  useEffect(() => {
    if (!editor) return
    const off = caretPlaces.register(box, (relative) => coordsOf(editor, relative))
    editor.on('update', caretPlaces.moved)
    return () => {
      editor.off('update', caretPlaces.moved)
      off()
    }
  }, [editor, box])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens and closes, and its words stand elsewhere.
  useEffect(() => caretPlaces.moved(), [open])

  return (
    <>
      {open && editor && (
        <Toolbar
          ref={toolbar}
          {...{ editor, label }}
          undo={live.undo}
          words={wordsOf(editor, live.doc.getXmlFragment(box))}
        />
      )}
      <div ref={words} className="rich-editor-words words" lang={lang} />
      {open ? (
        <div className="rich-editor-end">
          <p id={hint} className="unseen">
            {t('plan.editor-hint')}
          </p>
          <Button ref={done} look="main" onClick={onDone}>
            {t('plan.done')}
          </Button>
          <Button look="quiet" onClick={() => onWay('simple', editor?.state.selection.$head ?? null)}>
            {t('plan.simple-box')}
          </Button>
          {editor && (
            <Speak put={(said) => putWords(editor, said)} words={wordsOf(editor, live.doc.getXmlFragment(box))} />
          )}
          {editor && isCoached(desk.me.voice) && (
            <Suspense fallback={<CoachRoom />}>
              <Coach {...{ editor, desk, box }} />
            </Suspense>
          )}
        </div>
      ) : (
        rest
      )}
    </>
  )
}

const wordsOf = (editor: Editor, fragment: Y.XmlFragment): WordsHere => ({
  fragment,
  lines: () => {
    const { $from, $to } = editor.state.selection
    return { from: lineOfCaret($from).line, to: lineOfCaret($to).line }
  },
})
