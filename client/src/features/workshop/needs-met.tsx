import { LIMIT, MET, type NeedsMet } from '@withy/shared/api'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { focusFromHere } from '../../ui/late-focus.ts'
import { useDraft } from './drafts.ts'
import { useSending } from './use-sending.ts'
import { useRoom } from './use-workshop.ts'
import { WordsField } from './words-field.tsx'

/** Once it is over, whoever was there is asked one question: did they get what they needed (SPEC A11Y-198). */
export function DidYouGetWhatYouNeeded() {
  const { mine } = useRoom()
  if (!mine?.people.some(({ own, waiting }) => own && !waiting)) return null
  return <Question met={mine.met} />
}

function Question({ met }: { readonly met: NeedsMet | null }) {
  const t = useText()
  const { now, take } = useRoom()
  const first = useId()
  const said = useRef<HTMLParagraphElement>(null)
  const [answer, setAnswer] = useState(met?.answer ?? null)
  const { draft, words: begun, write, clear } = useDraft(now.id, 'needs-met')
  const words = draft ? begun : (met?.words ?? '')
  const [news, setNews] = useState<'kept' | 'back' | null>(null)
  const [isTried, setTried] = useState(false)
  const { busy, trouble, send } = useSending()
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    setNews(null)
    setTried(true)
    if (!answer) return document.getElementById(first)?.focus()
    if (!(await send(() => take({ do: 'needs-met', met: { answer, words } })))) return
    clear()
    setNews('kept')
  }
  const takeBack = async () => {
    const goOn = focusFromHere()
    setNews(null)
    setTried(false)
    if (!(await send(() => take({ do: 'needs-met', met: null })))) return
    setAnswer(null)
    setNews('back')
    goOn(said.current)
  }
  return (
    <form className="stack" onSubmit={keep} data-not-printed="">
      <Choices
        id={first}
        look="chips"
        legend={t('workshop-after.met-ask')}
        hint={t('workshop-after.met-about')}
        error={isTried && !answer ? t('workshop-after.met-missing') : undefined}
        value={answer}
        onChoose={(next) => {
          setNews(null)
          setAnswer(next)
        }}
        choices={MET.map((value) => ({ value, label: t(`workshop-after.met-${value}`) }))}
      />
      {answer ? (
        <WordsField
          label={t('workshop-after.met-words')}
          value={words}
          rows={2}
          max={LIMIT.why}
          onWrite={(next) => {
            setNews(null)
            write(next)
          }}
        />
      ) : null}
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-after.met-keep')}
        </Button>
        {met ? (
          <Button look="quiet" busy={busy} onClick={takeBack}>
            {t('workshop-after.met-take-back')}
          </Button>
        ) : null}
        <p ref={said} role="status" tabIndex={-1}>
          {news ? t(`workshop-after.met-${news}`) : ''}
        </p>
      </div>
    </form>
  )
}

/** What people answered, by name, for those who lead: to be talked about, and no score. */
export function WhoGotWhatTheyNeeded() {
  const t = useText()
  const { names } = useDesk()
  const { desk } = useRoom()
  if (!desk || desk.met.length === 0) return null
  return (
    <section className="stack" aria-labelledby="met-title" data-not-printed="">
      <h2 id="met-title">{t('workshop-after.met-title')}</h2>
      <p className="quiet">{t('workshop-after.met-private')}</p>
      <ul className="list stack">
        {desk.met.map(({ person, answer, words }) => (
          <li key={person} className="card">
            <strong dir="auto">{names.find(({ id }) => id === person)?.name}</strong>
            <p>{t(`workshop-after.met-${answer}`)}</p>
            {words ? (
              <p className="met-words" dir="auto">
                {words}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
