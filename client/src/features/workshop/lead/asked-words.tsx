import { LIMIT } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useDraft } from '../drafts.ts'
import { ExplainedMeanwhile, explainPlace } from '../explained-meanwhile.tsx'
import { LineField } from '../line-field.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Words that somebody asked the meaning of, until one of us explains them. Who asked is known to nobody. */
export function AskedWords() {
  const t = useText()
  const { now } = useRoom()
  const open = now.asked.filter(({ meaning }) => meaning === null)
  if (open.length === 0) return <ExplainedMeanwhile />
  return (
    <section className="lead-card" aria-labelledby="lead-asked">
      <h3 id="lead-asked" tabIndex={-1}>
        {t('workshop-lead.asked', { count: open.length })}
      </h3>
      {open.map(({ id, word }) => (
        <Explain key={id} id={id} word={word} />
      ))}
      <ExplainedMeanwhile />
    </section>
  )
}

function Explain({ id, word }: { readonly id: string; readonly word: string }) {
  const t = useText()
  const { now, take } = useRoom()
  const { words: meaning, write, clear } = useDraft(now.id, explainPlace(id))
  const { busy, trouble, send } = useSending()
  const explain = async () => {
    if (meaning.trim() !== '' && (await send(() => take({ do: 'explain', id, meaning })))) clear()
  }
  return (
    <form
      className="lead-form"
      onSubmit={(event) => {
        event.preventDefault()
        void explain()
      }}
    >
      <LineField label={t('workshop-lead.means', { word })} value={meaning} max={LIMIT.why} onWrite={write} />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-lead.explain')}
        </Button>
      </div>
    </form>
  )
}
