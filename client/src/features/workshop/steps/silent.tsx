import { LIMIT } from '@withy/shared/api'
import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { madeId } from '../made-id.ts'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Everyone writes; nobody sees others' ideas before they are shown. Words stay in the field until the server has them. */
export function Silent({ step }: StepProps) {
  const t = useText()
  const { now, mine, take } = useRoom()
  const [words, setWords] = useState('')
  const [id, setId] = useState(madeId)
  const { busy, trouble, send } = useSending()
  const me = mine?.people.find(({ own }) => own)
  const ideas = mine?.ideas.filter((idea) => idea.step === step.id) ?? []
  const put = async () => {
    if (!me || words.trim() === '') return
    if (!(await send(() => take({ do: 'idea', id, step: step.id, words, saidBy: me.id })))) return
    setWords('')
    setId(madeId())
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void put()
      }}
    >
      <label className="field">
        <span className="field-label">{t('workshop.your-idea')}</span>
        <textarea
          className="field-control"
          rows={3}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          maxLength={LIMIT.idea}
        />
      </label>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('workshop.put-idea')}
        </Button>
      </div>
      <p role="status">{t('workshop.ideas-so-far', { count: now.ideas })}</p>
      <ul className="list">
        {ideas.map(({ id, words }) => (
          <li key={id} className="card">
            {words}
          </li>
        ))}
      </ul>
    </form>
  )
}
