import { type ReactNode, useEffect, useId, useRef } from 'react'
import { caretPlaces } from '../../live/caret-places.ts'
import type { Desk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { fitsEditor } from './fits-editor.ts'
import { holdWhileComposing } from './hold-while-composing.ts'
import { caretOf, coordsOf } from './say-caret.ts'
import { Toolbar } from './toolbar.tsx'
import { useEditor } from './use-editor.ts'
import { useInView } from './use-in-view.ts'
import { covers, usePageBehind } from './use-page-behind.ts'
import { useSeenHeight } from './use-seen-height.ts'
import { warmUpEditor } from './warm-up.ts'
import { WordsEditor } from './words-editor.tsx'
import './rich-editor.css'

export { fitsEditor, WordsEditor, warmUpEditor }

type RichEditorProps = {
  readonly desk: Desk
  readonly section: string
  readonly box: string
  /** Names the text box: section and question. */
  readonly label: string
  readonly under: number
  readonly open: boolean
  readonly start: number | null
  readonly onDone: () => void
  /** The focus has gone elsewhere by itself. */
  readonly onLeave: () => void
  /** The words cannot be held by an editor any more (SPEC PLAN-84). */
  readonly onUnfit: () => void
  /** Shown with its name where it covers the page. */
  readonly above: string | undefined
  /** Shown there whole, whatever else has no room. */
  readonly light: ReactNode
  /** Shown at rest, in place of the tools. */
  readonly rest: ReactNode
}

/** Whether keys are told of: a phone or tablet without anything else has none to press. */
const hasKeys = (): boolean => window.matchMedia('(any-hover: hover)').matches

/** A text box that is written in, with its tools and a Done button; at rest the words alone. */
export function RichEditor(props: RichEditorProps) {
  const { desk, section, box, label, under, open, start, onDone, onLeave, onUnfit, above, light, rest } = props
  const t = useText()
  const hint = useId()
  const whole = useRef<HTMLDivElement>(null)
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
    if (editor && open) return holdWhileComposing(editor.view.dom, live.hold)
  }, [editor, open, live])

  useInView(whole, open)
  useSeenHeight(whole, open)
  usePageBehind(whole, open)

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
    // biome-ignore lint/a11y/noStaticElementInteractions: notices where the focus goes, takes no input of its own
    <div
      ref={whole}
      className={open ? 'rich-editor rich-editor-open' : 'rich-editor'}
      onBlur={(event) => {
        // On a narrow screen it covers the page: whoever walks out of it wants to see where they are.
        const to = event.relatedTarget
        if (open && to && !event.currentTarget.contains(to) && covers(event.currentTarget)) onLeave()
      }}
    >
      {open && (
        <>
          <div className="rich-editor-name">
            <p className="rich-editor-label">{label}</p>
            {above && <p>{above}</p>}
          </div>
          <div className="rich-editor-light">{light}</div>
        </>
      )}
      {open && editor && <Toolbar ref={toolbar} editor={editor} undo={live.undo} label={label} />}
      <div ref={words} className="rich-editor-words words" />
      {open ? (
        <div className="rich-editor-end">
          <p id={hint} className="unseen">
            {t('plan.editor-hint')}
          </p>
          <Button ref={done} look="main" onClick={onDone}>
            {t('plan.done')}
          </Button>
        </div>
      ) : (
        rest
      )}
    </div>
  )
}
