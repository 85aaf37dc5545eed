import { useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { focusFromHere } from '../../ui/late-focus.ts'

type AskMoreProps = {
  /** Of the plan, and not asked. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onAsk: (person: string) => Promise<void>
}

/** People of the plan who are not asked, e.g. since they came later: one press asks them too. */
export function AskMore({ people, onAsk }: AskMoreProps) {
  const t = useText()
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const told = useRef<HTMLParagraphElement>(null)
  const ask = async (id: string, name: string) => {
    const goOn = focusFromHere()
    setBusy(id)
    setTrouble(null)
    try {
      await onAsk(id)
      setNote(t('agreement.more-done', { name }))
      // The button has gone: who uses the keyboard goes on from here.
      goOn(told.current)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(null)
  }
  return (
    <section className="stack" aria-labelledby={people.length > 0 ? 'agree-more' : undefined}>
      {people.length > 0 ? <h3 id="agree-more">{t('agreement.more')}</h3> : null}
      <div className="row">
        {people.map(({ id, name }) => (
          <Button key={id} busy={busy === id} onClick={() => ask(id, name)}>
            {t('agreement.more-do', { name })}
          </Button>
        ))}
      </div>
      <p ref={told} role="status" tabIndex={-1} className="quiet agree-note">
        {note}
      </p>
      <div role="alert">{trouble}</div>
    </section>
  )
}
