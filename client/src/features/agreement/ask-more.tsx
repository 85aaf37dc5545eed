import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

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
  if (people.length === 0) return null
  const ask = async (id: string) => {
    setBusy(id)
    setTrouble(null)
    await onAsk(id).catch((error: unknown) => setTrouble(sentenceOf(error)))
    setBusy(null)
  }
  return (
    <section className="stack" aria-labelledby="agree-more">
      <h3 id="agree-more" tabIndex={-1}>
        {t('agreement.more')}
      </h3>
      <div className="row">
        {people.map(({ id, name }) => (
          <Button key={id} busy={busy === id} onClick={() => ask(id)}>
            {t('agreement.more-do', { name })}
          </Button>
        ))}
      </div>
      <div role="alert">{trouble}</div>
    </section>
  )
}
