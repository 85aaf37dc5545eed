import { readRichText, textRoot } from '@withy/shared/plan'
import { type MouseEvent, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useRoots } from '../../live/root-changes.ts'
import { useIsWriting } from '../../live/writing-place.ts'
import { ExplainContext } from '../../plan-view/explain.tsx'
import { RichTextView } from '../../plan-view/rich-text-view.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { charactersBefore } from './caret-place.ts'
import { type Chunk, editorChunk, loadEditor, type Way } from './editor-chunk.ts'
import { OpenBox } from './open-box.tsx'
import { settleSpoken } from './speak/listens-now.ts'
import type { Start } from './written-in.ts'

type TextBoxProps = {
  /** Where its words are: the root of this name. */
  readonly box: string
  readonly section: string
  /** Names it for people who cannot see what it stands under. */
  readonly label: string
  /** Level of the heading it stands under. */
  readonly under: number
  /** What is asked: shown above the words where they cover the page. */
  readonly above?: string
  /** Whether they are saved: in sight there whatever else has no room. */
  readonly light?: ReactNode
  /** The way it is written in, and that this person wants the other one from now on. */
  readonly way?: Way
  readonly onWay?: (way: Way) => void
}

/**
 * A text box: plain text that follows the document, and an editor from the moment somebody writes in it (SPEC PLAN-85).
 * Whoever may not write gets no way to (SPEC PLAN-86).
 */
export function TextBox({ box, section, label, under, above, light, way = 'rich', onWay }: TextBoxProps) {
  const t = useText()
  const desk = useDesk()
  const { writing, live } = desk
  const mayWrite = desk.may('write')
  const open = useIsWriting(writing, box) && mayWrite
  const [chunk, setChunk] = useState<Chunk | null>(null)
  const [start, setStart] = useState<Start>(null)
  const [stays, setStays] = useState<'fits' | 'read-only' | 'away' | null>(null)
  const change = useRef<HTMLButtonElement>(null)

  // An editor at rest marks no word: where some are explained, it gives way to plain text (SPEC WORK-124). A simple box has no rest.
  const isExplained = useContext(ExplainContext) !== null
  if (chunk && !open && (isExplained || way === 'simple')) setChunk(null)

  const use = (loaded: Chunk) => {
    const fits = loaded.fits(textRoot(live.doc, box))
    setStays(fits ? 'fits' : 'read-only')
    if (fits) setChunk(loaded)
    else writing.close(box)
  }
  const openAt = (characters: number | null) => {
    setStart(characters)
    setStays(null)
    // What was said in another box lands there before it closes.
    settleSpoken()
    writing.open(box)
    // In the same drawing where the editor is here already: a second one of a long plan is felt on a slow phone.
    const here = editorChunk(way)
    if (here && !chunk) use(here)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `use` is the same thing said of these
  useEffect(() => {
    if (!open || (chunk && chunk === editorChunk(way))) return
    let wanted = true
    loadEditor(way).then(
      (loaded) => wanted && use(loaded),
      () => {
        if (!wanted) return
        setStays('away')
        writing.close(box)
      },
    )
    return () => {
      wanted = false
    }
  }, [open, chunk, way, live, box, writing])

  const leave = () => {
    settleSpoken()
    writing.close(box)
  }
  const close = () => {
    leave()
    requestAnimationFrame(() => change.current?.focus())
  }
  const openWhereTapped = (event: MouseEvent) => {
    const onLink = event.target instanceof Element && event.target.closest('a')
    if (!mayWrite || open || onLink || !getSelection()?.isCollapsed) return
    openAt(charactersBefore(event.currentTarget, event.clientX, event.clientY))
  }

  const version = useRoots(live.doc, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  const text = useMemo(() => readRichText(textRoot(live.doc, box)), [live, box, version])
  const button = mayWrite && (
    <div className={text.length === 0 ? 'box-do' : 'box-do box-change'}>
      <Button
        aria-label={`${text.length === 0 ? t('plan.write-here') : t('plan.change')}: ${label}`}
        ref={change}
        look={text.length === 0 ? 'plain' : 'quiet'}
        busy={open && !chunk}
        onClick={() => openAt(null)}
      >
        {text.length === 0 ? t('plan.write-here') : t('plan.change')}
      </Button>
      {stays === 'read-only' && <p role="status">{t('plan.box-read-only')}</p>}
      {stays === 'away' && <p role="status">{t('plan.editor-away')}</p>}
    </div>
  )

  // Tapping the words is a short cut beside the button, which is there for everyone.
  if (chunk && mayWrite) {
    const { Box } = chunk
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see above
      <div onClick={openWhereTapped} className="text-box" data-written={text.length > 0 || undefined}>
        <OpenBox {...{ open, label, above, light }} onLeave={leave}>
          <Box
            {...{ desk, section, box, label, under, open, start }}
            asked={above}
            onDone={close}
            onWay={(other, from) => {
              setStart(() => from)
              onWay?.(other)
              // Now, where it is here: a phone keeps its keyboard only while a tap is handled.
              const here = editorChunk(other)
              if (here) use(here)
            }}
            onUnfit={() => {
              setChunk(null)
              setStays('read-only')
              if (writing.now() === box) close()
            }}
            rest={button}
          />
        </OpenBox>
      </div>
    )
  }
  return (
    <div className="text-box" data-written={text.length > 0 || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see above */}
      <div className="words" onClick={openWhereTapped}>
        <RichTextView text={text} under={under} />
      </div>
      {!mayWrite && text.length === 0 && <p className="quiet">{t('plan.empty')}</p>}
      {button}
    </div>
  )
}
