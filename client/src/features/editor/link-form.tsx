import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { addressOf } from './address.ts'
import type { ComesLate } from './fetched-panel.tsx'

type LinkFormProps = ComesLate & { readonly editor: Editor; readonly onDone: () => void }

/** Asks for the address of a link at the words that are selected, or under the caret. */
export function LinkForm({ editor, onDone, goOn }: LinkFormProps) {
  const t = useText()
  const id = useId()
  const now: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof now === 'string' ? now : '')
  const [unclear, setUnclear] = useState(false)

  const input = useRef<HTMLInputElement>(null)
  // Asked for by pressing "Link": the next thing to do is to type here.
  useEffect(() => goOn(input.current), [goOn])

  const leave = () => {
    onDone()
    editor.view.focus()
  }
  const set = (event: FormEvent) => {
    event.preventDefault()
    const href = addressOf(address)
    if (href === null) {
      setUnclear(true)
      return
    }
    const { empty } = editor.state.selection
    const link = { type: 'link', attrs: { href } }
    if (empty && !now)
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: address.trim(), marks: [link] })
        .run()
    else editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    leave()
  }

  return (
    <form
      className="tool-panel"
      onSubmit={set}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && leave()}
    >
      <label htmlFor={id}>{t('plan.link-address')}</label>
      <input
        id={id}
        className="input"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        aria-invalid={unclear || undefined}
        aria-describedby={unclear ? `${id}-unclear` : undefined}
        inputMode="url"
        autoCapitalize="none"
        ref={input}
      />
      {unclear && (
        <p id={`${id}-unclear`} role="alert">
          {t('plan.link-unclear')}
        </p>
      )}
      <div className="row">
        <Button look="main" type="submit">
          {t('plan.link-set')}
        </Button>
        {typeof now === 'string' && (
          <Button
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
              leave()
            }}
          >
            {t('plan.link-remove')}
          </Button>
        )}
        <Button look="quiet" onClick={leave}>
          {t('plan.cancel')}
        </Button>
      </div>
    </form>
  )
}
