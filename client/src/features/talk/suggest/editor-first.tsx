import { type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { takeLostFocus } from '../../../ui/late-focus.ts'
import { onConnected } from '../../../ui/reach.ts'
import { type WordsEditor, WordsEditorContext } from './words-editor-context.ts'

type EditorFirstProps = { readonly children: (editor: WordsEditor) => ReactNode }

/**
 * What is written in an editor, drawn once that has come. Where it cannot be had there is nothing but that sentence and a way to try
 * again, and it comes by itself with a connection (SPEC TALK-105).
 */
export function EditorFirst({ children }: EditorFirstProps) {
  const t = useText()
  const load = useContext(WordsEditorContext)
  const [editor, setEditor] = useState<WordsEditor | null>(null)
  const [is, setIs] = useState<'opening' | 'away' | 'again'>('opening')
  const whole = useRef<HTMLDivElement>(null)
  const isHere = editor !== null
  const ask = useCallback(() => {
    load?.().then(
      (fetched) => setEditor(() => fetched),
      () => setIs('away'),
    )
  }, [load])
  const askAgain = useCallback(() => {
    setIs('again')
    ask()
  }, [ask])
  useEffect(() => {
    if (isHere) return
    ask()
    return onConnected(askAgain)
  }, [isHere, ask, askAgain])
  useEffect(() => {
    // The button that was pressed has gone.
    if (isHere) takeLostFocus(whole.current?.querySelector<HTMLElement>('[role="textbox"]') ?? null)
  }, [isHere])
  return (
    <div ref={whole} className="stack">
      {editor ? (
        children(editor)
      ) : (
        <>
          <p role="status">{t(is === 'away' ? 'plan.editor-away' : 'common.opening')}</p>
          {is !== 'opening' && (
            <div className="row">
              <Button busy={is === 'again'} onClick={askAgain}>
                {t('common.try-again')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
