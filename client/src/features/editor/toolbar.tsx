import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type Ref, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useUndoState } from '../../live/use-undo-state.ts'
import type { TextId } from '../../text/catalogue.ts'
import { useText } from '../../text/use-text.ts'
import { fetchAhead } from '../../ui/fetch-ahead.ts'
import { reach } from '../../ui/reach.ts'
import { FetchedPanel } from './fetched-panel.tsx'
import { type ICONS, Icon } from './icons.tsx'
import type { WordsHere } from './language-form.tsx'
import { keyHelp, languageForm, linkForm } from './tool-panels.ts'

type Tool = {
  readonly id: keyof typeof ICONS
  readonly label: TextId
  /** Is it on where the caret is? Tools that are not switches have none. */
  readonly on?: (editor: Editor) => boolean
  readonly can: (editor: Editor) => boolean
  readonly use: (editor: Editor) => void
}

const always = () => true
const TOOLS: readonly Tool[] = [
  {
    id: 'heading',
    label: 'plan.tool-heading',
    on: (e) => e.isActive('heading', { level: 1 }),
    can: always,
    use: (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level: 1 }).run(),
  },
  {
    id: 'subheading',
    label: 'plan.tool-subheading',
    on: (e) => e.isActive('heading', { level: 2 }),
    can: always,
    use: (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
  },
  {
    id: 'bold',
    label: 'plan.tool-bold',
    on: (e) => e.isActive('bold'),
    can: always,
    use: (e) => e.chain().focus().toggleMark('bold').run(),
  },
  {
    id: 'italic',
    label: 'plan.tool-italic',
    on: (e) => e.isActive('italic'),
    can: always,
    use: (e) => e.chain().focus().toggleMark('italic').run(),
  },
  {
    id: 'bullets',
    label: 'plan.tool-bullets',
    on: (e) => e.isActive('bulletList'),
    can: always,
    use: (e) => e.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    id: 'numbers',
    label: 'plan.tool-numbers',
    on: (e) => e.isActive('orderedList'),
    can: always,
    use: (e) => e.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    id: 'in',
    label: 'plan.tool-in',
    can: (e) => e.can().sinkListItem('listItem'),
    use: (e) => e.chain().focus().sinkListItem('listItem').run(),
  },
  {
    id: 'out',
    label: 'plan.tool-out',
    can: (e) => e.can().liftListItem('listItem'),
    use: (e) => e.chain().focus().liftListItem('listItem').run(),
  },
]

type ToolbarProps = {
  readonly ref: Ref<HTMLDivElement>
  readonly editor: Editor
  readonly undo: Y.UndoManager
  readonly label: string
  /** Words of the plan, of which somebody can say the language. */
  readonly words?: WordsHere
}

/** The tools of an open text box: one stop for Tab, arrows inside, Escape back to the words (SPEC A11Y-23). */
export function Toolbar({ ref, editor, undo, label, words }: ToolbarProps) {
  const t = useText()
  const [at, setAt] = useState(0)
  const [shown, show] = useState<'link' | 'language' | 'keys' | null>(null)
  useEditorState(editor)
  // Links are made without a connection too.
  useEffect(() => void fetchAhead('press', () => reach(linkForm)).catch(() => {}), [])
  const steps = useUndoState(undo)
  const wasPressed = useRef(false)

  const buttons = [
    ...TOOLS.map((tool) => ({
      ...tool,
      pressed: tool.on?.(editor),
      off: !tool.can(editor),
      use: () => tool.use(editor),
    })),
    {
      id: 'link' as const,
      label: 'plan.tool-link' as const,
      pressed: editor.isActive('link') || shown === 'link',
      off: false,
      use: () => show(shown === 'link' ? null : 'link'),
    },
    ...(words
      ? [
          {
            id: 'language' as const,
            label: 'plan.tool-language' as const,
            pressed: shown === 'language' || Boolean(editor.state.selection.$from.parent.attrs.lang),
            off: false,
            use: () => show(shown === 'language' ? null : 'language'),
          },
        ]
      : []),
    {
      id: 'undo' as const,
      label: 'plan.undo' as const,
      pressed: undefined,
      off: steps.undo === 0,
      use: () => undo.undo(),
    },
    {
      id: 'redo' as const,
      label: 'plan.redo' as const,
      pressed: undefined,
      off: steps.redo === 0,
      use: () => undo.redo(),
    },
    {
      id: 'keys' as const,
      label: 'plan.tool-keys' as const,
      pressed: shown === 'keys',
      off: false,
      use: () => show(shown === 'keys' ? null : 'keys'),
    },
  ]

  const backToWords = () => {
    show(null)
    editor.view.focus()
  }

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      editor.view.focus()
      return
    }
    // As it is seen, whichever way the page runs (SPEC A11Y-242).
    const right = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const step = { ArrowRight: at + right, ArrowLeft: at - right, Home: 0, End: buttons.length - 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (step + buttons.length) % buttons.length
    setAt(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className="toolbar-place">
      {/* In a window as low as a hand is broad they are one line that moves under the finger: the words need the room. */}
      <div
        ref={ref}
        role="toolbar"
        aria-label={t('plan.tools', { box: label })}
        className="toolbar"
        data-scroll-ok=""
        onKeyDown={walk}
      >
        {buttons.map((button, i) => (
          <button
            key={button.id}
            type="button"
            className={`tool tool-${button.id}`}
            tabIndex={i === at ? 0 : -1}
            aria-label={t(button.label)}
            title={t(button.label)}
            aria-pressed={button.pressed}
            aria-disabled={button.off || undefined}
            // The words keep the focus and the selection when a tool is used with a pointer.
            onMouseDown={(event) => {
              event.preventDefault()
              if (event.detail <= 1) wasPressed.current = true
            }}
            onFocus={() => setAt(i)}
            onClick={(event) => {
              // The tools may open under the pointer: the second press of the double-click that opened them is not meant for them.
              const isOfOpening = event.detail > 1 && !wasPressed.current
              if (!button.off && !isOfOpening) button.use()
            }}
          >
            <Icon id={button.id} />
          </button>
        ))}
      </div>
      {shown === 'link' && <FetchedPanel fetch={linkForm} props={{ editor, onDone: () => show(null) }} />}
      {shown === 'language' && words && <FetchedPanel fetch={languageForm} props={{ words, onDone: backToWords }} />}
      {shown === 'keys' && <FetchedPanel fetch={keyHelp} props={{ onDone: () => show(null) }} />}
    </div>
  )
}

/** Draws again after each step of the editor. */
const useEditorState = (editor: Editor): number => {
  const [steps] = useState(() => ({ count: 0 }))
  const listen = useCallback(
    (listener: () => void) => {
      const step = () => {
        steps.count++
        listener()
      }
      editor.on('transaction', step)
      return () => editor.off('transaction', step)
    },
    [editor, steps],
  )
  return useSyncExternalStore(listen, () => steps.count)
}
