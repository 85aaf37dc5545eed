import type { Voice } from '@withy/shared/access'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Seat, useAtDevice } from '../at-device.tsx'
import { BringFields } from '../bring-fields.tsx'
import { useDraft } from '../drafts.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WhoIsIt } from '../who-is-it.tsx'

/** One device can be a table of several people: each has a name, a voice and a vote of their own (SPEC WORK-50). */
export function Table() {
  const t = useText()
  const { seats } = useAtDevice()
  const [leaving, setLeaving] = useState<Seat | null>(null)
  const { take } = useRoom()
  return (
    <section className="stack" aria-labelledby="table-title">
      <h3 id="table-title">{t('workshop-steps.table')}</h3>
      <WhoIsIt />
      <ul className="list stack">
        {seats.map((seat) => (
          <li key={seat.id} className="card row workshop-seat">
            <span>
              <strong dir="auto">{seat.name}</strong> <span className="quiet">{t(`common.voice-${seat.voice}`)}</span>
              {seat.waiting ? <span className="quiet"> {t('workshop-steps.waits')}</span> : null}
            </span>
            {seat.own ? null : (
              <Button look="quiet" onClick={() => setLeaving(seat)}>
                {t('workshop-steps.leaves', { name: seat.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <BringForm />
      {leaving ? (
        <AskFirst
          title={t('workshop-steps.leaves-title', { name: leaving.name })}
          words={<p>{t('workshop-steps.leaves-about')}</p>}
          doIt={t('workshop-steps.leaves', { name: leaving.name })}
          cancel={t('common.cancel')}
          onDo={() => take({ do: 'leave', as: leaving.id })}
          onClose={() => setLeaving(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </section>
  )
}

/** A name and a voice for somebody without a device. */
function BringForm() {
  const t = useText()
  const { now, take } = useRoom()
  const { choose } = useAtDevice()
  const { words, draft, write, clear } = useDraft(now.id, 'bring')
  const [voice, setVoice] = useState<Voice | null>(null)
  const [isTried, setIsTried] = useState(false)
  const { busy, trouble, send } = useSending()
  const bring = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!draft || words.trim() === '' || voice === null) return
    if (!(await send(() => take({ do: 'bring', id: draft.id, name: words.trim(), voice })))) return
    choose(draft.id)
    clear()
    setVoice(null)
    setIsTried(false)
  }
  return (
    <details className="workshop-fold">
      <summary>{t('workshop-steps.bring')}</summary>
      <form className="stack" onSubmit={bring}>
        <BringFields name={words} onName={write} voice={voice} onVoice={setVoice} isTried={isTried} />
        <div role="alert">{trouble}</div>
        <div className="row">
          <Button type="submit" busy={busy}>
            {t('workshop-steps.bring-go')}
          </Button>
        </div>
      </form>
    </details>
  )
}
