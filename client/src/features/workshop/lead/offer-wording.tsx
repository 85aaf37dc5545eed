import { LIMIT } from '@withy/shared/api'
import type { IdeaShown } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useDraft } from '../use-draft.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'

/** Offers an idea's author other words. Theirs stand until they say yes. */
export function OfferWording({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  const { take } = useRoom()
  const [words, setWords, sent] = useDraft(`wording ${idea.id}`, idea.words)
  const { busy, trouble, send } = useSending()
  const isSame = words.trim() === '' || words.trim() === idea.words
  const offer = async () => {
    if (!isSame && (await send(() => take({ do: 'offer-wording', idea: idea.id, words })))) sent()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void offer()
      }}
    >
      <WordsField
        label={t('workshop-lead.offer-words')}
        hint={t('workshop-lead.offer-hint', { name: idea.by })}
        value={words}
        onWrite={setWords}
        max={LIMIT.idea}
      />
      <div role="alert">{trouble}</div>
      {idea.isOffered ? <p role="status">{t('workshop-lead.offered', { name: idea.by })}</p> : null}
      <div className="row">
        <Button type="submit" busy={busy} aria-disabled={isSame}>
          {t('workshop-lead.offer')}
        </Button>
      </div>
    </form>
  )
}
