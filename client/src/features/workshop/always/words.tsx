import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useEffect, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useDraft } from '../drafts.ts'
import { ExplainedMeanwhile, explainPlace } from '../explained-meanwhile.tsx'
import { LineField } from '../line-field.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'

type WordsProps = {
  /** Words of the page they have marked; '' none. */
  readonly marked: string
  readonly onClose: () => void
}

/** Words somebody asked about, namelessly, and what they mean; anyone can explain one (SPEC WORK-47). */
export function Words({ marked, onClose }: WordsProps) {
  const t = useText()
  const { now, take } = useRoom()
  const { words, draft, write, clear } = useDraft(now.id, 'meaning')
  // Whatever they had begun to type stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (marked !== '' && words === '') write(marked)
  }, [])
  const { busy, trouble, send } = useSending()
  const waiting = now.asked.filter(({ meaning }) => meaning === null)
  const explained = now.asked.filter(({ meaning }) => meaning !== null)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const word = words.trim()
    if (word === '' || !draft) return
    if (await send(() => take({ do: 'ask-meaning', id: draft.id, word }))) clear()
  }
  return (
    <Dialog title={t('workshop-steps.what-means')} close={t('common.done')} onClose={onClose}>
      <form className="stack" onSubmit={ask}>
        <LineField
          label={t('workshop-steps.which-word')}
          hint={t('workshop-steps.nobody-sees-who')}
          value={words}
          max={LIMIT.title}
          onWrite={write}
        />
        <div role="alert">{trouble}</div>
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {t('workshop-steps.ask')}
          </Button>
        </div>
      </form>
      {waiting.length > 0 ? (
        <section className="stack">
          <h3>{t('workshop-steps.words-waiting')}</h3>
          <ul className="list stack">
            {waiting.map(({ id, word }) => (
              <li key={id} className="card">
                <WaitingWord id={id} word={word} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ExplainedMeanwhile />
      {explained.length > 0 ? (
        <section className="stack">
          <h3>{t('workshop-steps.words-explained')}</h3>
          <dl className="workshop-words">
            {explained.map(({ id, word, meaning }) => (
              <div key={id}>
                <Theirs as="dt">{word}</Theirs>
                <Theirs as="dd">{meaning}</Theirs>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </Dialog>
  )
}

function WaitingWord({ id, word }: { readonly id: string; readonly word: string }) {
  const t = useText()
  const { now, take } = useRoom()
  const { words, write, clear } = useDraft(now.id, explainPlace(id))
  const [isOpen, setIsOpen] = useState(words !== '')
  const { busy, trouble, send } = useSending()
  if (!isOpen) {
    return (
      <div className="row">
        <Theirs as="strong">{word}</Theirs>
        <Button onClick={() => setIsOpen(true)} aria-label={t('workshop-steps.explain-word', { word })}>
          {t('workshop-steps.explain')}
        </Button>
      </div>
    )
  }
  const explain = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '' && (await send(() => take({ do: 'explain', id, meaning: words })))) clear()
  }
  return (
    <form className="stack" onSubmit={explain}>
      <WordsField
        label={t('workshop-steps.means', { word })}
        value={words}
        onWrite={write}
        max={LIMIT.why}
        rows={2}
        takesFocus
      />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-steps.explain-it')}
        </Button>
      </div>
    </form>
  )
}
