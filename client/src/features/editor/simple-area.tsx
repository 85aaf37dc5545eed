import { indexInText, type LinePlace, type LineSpan, linesIn, placeInLines } from '@withy/shared/plan'
import {
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type * as Y from 'yjs'
import { useUndoState } from '../../live/use-undo-state.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useSpoken } from '../../ui/theirs.tsx'
import { bindLines } from './lines-binding.ts'
import { looksIn } from './looks-in.ts'
import { putInArea } from './speak/put-words.ts'
import { useLanguageSaid } from './use-language-said.ts'
import './rich-editor.css'
import './simple-box.css'

/** What can be asked of a simple box. */
export type SimpleAreaNow = {
  /** Where its caret is. */
  place(): LinePlace
  /** The lines it is on, or that are picked out. */
  lines(): LineSpan
  focus(): void
  /** What is written in. */
  readonly element: HTMLTextAreaElement | null
  /** Puts words that were said where the caret is. */
  put(said: string): void
}

type SimpleAreaProps = {
  readonly ref?: Ref<SimpleAreaNow>
  readonly fragment: Y.XmlFragment
  readonly undo: Y.UndoManager
  readonly label: ReactNode
  /** What is asked: it stands in the empty box where there is no room for it above (SPEC A11Y-282). */
  readonly asked?: string | undefined
  /** Ids of what is read with it besides its own hints. */
  readonly describedBy: string | undefined
  /** Whether it takes the focus, and where the caret is then: the end, where it says nothing. */
  readonly focus: boolean
  readonly start: LinePlace | null
  readonly onUnfit: () => void
  /** The keyboard leaves the words (SPEC A11Y-22). */
  readonly onDone: () => void
  /** Told where the caret is, after each change of it. */
  readonly onCaret?: (area: HTMLTextAreaElement) => void
  /** Between the words and what is done with them. */
  readonly above?: ReactNode
  /** Before Undo, and after it. */
  readonly first?: ReactNode
  readonly children?: ReactNode
}

/** The lines of a text as a plain text area with a label that is seen: what Dragon, a switch and every phone can write in (SPEC A11Y-110). */
export function SimpleArea(props: SimpleAreaProps) {
  const {
    ref,
    fragment,
    undo,
    label,
    asked,
    describedBy,
    focus,
    start,
    onUnfit,
    onDone,
    onCaret,
    above,
    first,
    children,
  } = props
  const t = useText()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const unfit = useRef(onUnfit)
  unfit.current = onUnfit
  const [looks] = useState(() => looksIn(fragment))
  const steps = useUndoState(undo)
  const said = useLanguageSaid(fragment)
  const spoken = useSpoken()

  useLayoutEffect(() => {
    const own = area.current
    if (!own) return
    const off = bindLines(fragment, own, { onUnfit: () => unfit.current() })
    return off
  }, [fragment])

  // At once: phones open their keyboard only while a tap is handled.
  useLayoutEffect(() => {
    const own = area.current
    if (!own || !focus) return
    const at = start ? indexInText(linesIn(fragment) ?? [], start) : own.value.length
    own.focus()
    own.setSelectionRange(at, at)
  }, [fragment, focus, start])

  useEffect(() => {
    const own = area.current
    if (!own || !onCaret) return
    const say = () => document.activeElement === own && onCaret(own)
    say()
    document.addEventListener('selectionchange', say)
    return () => document.removeEventListener('selectionchange', say)
  }, [onCaret])

  useUndoHere(area, undo)
  useImperativeHandle(ref, () => {
    const placeOf = (end: 'selectionStart' | 'selectionEnd') =>
      placeInLines(linesIn(fragment) ?? [], area.current?.[end] ?? 0)
    return {
      place: () => placeOf('selectionStart'),
      lines: () => ({ from: placeOf('selectionStart').line, to: placeOf('selectionEnd').line }),
      focus: () => area.current?.focus(),
      element: area.current,
      put: (said) => area.current && putInArea(area.current, said),
    }
  }, [fragment])

  return (
    <>
      <label htmlFor={id} className="simple-box-label">
        {label}
      </label>
      {looks && (
        <p id={`${id}-looks`} className="simple-box-hint small quiet">
          {t('reading.simple-box-looks')}
        </p>
      )}
      <textarea
        ref={area}
        id={id}
        className="simple-box-words"
        rows={6}
        placeholder={asked}
        {...spoken(said)}
        aria-describedby={[looks && `${id}-looks`, describedBy].filter(Boolean).join(' ') || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDone()
        }}
      />
      {above}
      <div className="simple-box-do" data-scroll-ok="">
        {first}
        <Button look="quiet" aria-disabled={steps.undo === 0} onClick={() => steps.undo > 0 && undo.undo()}>
          {t('plan.undo')}
        </Button>
        {children}
      </div>
    </>
  )
}

/** The browser's own undo would bring back whole old texts over what others have written since (SPEC PLAN-99). */
function useUndoHere(area: React.RefObject<HTMLTextAreaElement | null>, undo: Y.UndoManager): void {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const step = (event: Event, forth: boolean) => {
      event.preventDefault()
      event.stopPropagation()
      if (forth) undo.redo()
      else undo.undo()
    }
    area.current?.addEventListener(
      'keydown',
      (event) => {
        const key = event.key.toLowerCase()
        if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y'))
          step(event, key === 'y' || event.shiftKey)
      },
      { signal },
    )
    // The browser's menu, and shaking a phone.
    area.current?.addEventListener(
      'beforeinput',
      (event) => {
        if (event.inputType.startsWith('history')) step(event, event.inputType === 'historyRedo')
      },
      { signal },
    )
    return () => stop.abort()
  }, [area, undo])
}
