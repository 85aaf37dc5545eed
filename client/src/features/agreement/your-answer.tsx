import type { Acting, Round, RoundAnswer } from '@withy/shared/api'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerForm, type Said } from './answer-form.tsx'
import { AnswerWords } from './answer-words.tsx'
import { InPlace } from './in-place.tsx'
import { Through } from './through.tsx'

type YourAnswerProps = {
  readonly me: string
  readonly round: Round
  readonly nameOf: (person: string) => string
  /** What changed since they read the plan, where it did: it comes before the answer. */
  readonly changed: ReactNode
  /** Who decides for the person, where those can answer in the person's place here: the person is not in the plan. */
  readonly inPlace: Round['decides']
  readonly onGive: (said: Said | null, acting: Acting | null) => Promise<void>
}

/** Do these words say what you want? The asker's own answer to the whole plan. */
export function YourAnswer({ me, round, nameOf, changed, inPlace, onGive }: YourAnswerProps) {
  const t = useText()
  const mine = round.answers.find(({ person, section }) => person === me && section === null) ?? null
  const [isChanging, setIsChanging] = useState(false)
  const [note, setNote] = useState('')
  const [isInPlace, setIsInPlace] = useState(mine?.by === null && mine.acting !== null)
  const acting = inPlace && isInPlace ? inPlace.acting : null
  const person = t('agreement.the-person')
  const counts = mine?.ofTheseWords === true && !changed
  const isForm = !counts || isChanging
  const give = async (said: Said | null, as: Acting | null, done: string) => {
    await onGive(said, as)
    setIsChanging(false)
    setNote(done)
  }
  return (
    <section id="answer" className="agree-answer" aria-labelledby="agree-answer">
      <KeptFocus className="stack">
        <h2 id="agree-answer" tabIndex={-1}>
          {t(isForm ? 'agreement.your-turn' : 'agreement.your-answer')}
        </h2>
        {mine && !isForm ? (
          <Given mine={mine} by={mine.by === null ? null : nameOf(mine.by)}>
            {mine.by === null ? null : (
              <Do look="main" onDo={() => give(mine, null, t('agreement.given'))}>
                {t('agreement.for-right')}
              </Do>
            )}
            <Button onClick={() => setIsChanging(true)}>{t('agreement.change')}</Button>
            <Do look="quiet" onDo={() => give(null, null, t('agreement.taken-back'))}>
              {t('agreement.take-back')}
            </Do>
          </Given>
        ) : null}
        {mine && isForm && !isChanging ? (
          <Notice>
            <p>{t(mine.ofTheseWords ? 'agreement.mine-till-now' : 'agreement.mine-earlier')}</p>
            <AnswerWords answer={mine.answer} words={mine.words} />
          </Notice>
        ) : null}
        {isForm && inPlace ? <InPlace of={inPlace} isInPlace={isInPlace} onChoose={setIsInPlace} /> : null}
        {isForm ? (
          <AnswerForm
            legend={t(acting ? 'agreement.ask-in-place' : 'agreement.ask')}
            mine={mine}
            look="cards"
            doIt={acting ? t('agreement.for-do', { name: person }) : t('agreement.give')}
            first={changed}
            check={(answer) =>
              acting ? (
                <p className="agree-check">
                  {t('agreement.for-check-acting', {
                    ...{ by: nameOf(me), name: person, as: t(`agreement.acting-${acting}`) },
                    answer: t(`agreement.answer-${answer}`),
                  })}
                </p>
              ) : null
            }
            onGive={(said) => give(said, acting, t('agreement.given'))}
          >
            {isChanging ? (
              <Button look="quiet" onClick={() => setIsChanging(false)}>
                {t('agreement.leave')}
              </Button>
            ) : null}
          </AnswerForm>
        ) : null}
      </KeptFocus>
      <p role="status" className="quiet agree-note">
        {note}
      </p>
    </section>
  )
}

type GivenProps = { readonly mine: RoundAnswer; readonly by: string | null; readonly children: ReactNode }

function Given({ mine, by, children }: GivenProps) {
  const t = useText()
  const { day, time } = useDates()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => shown.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={shown} tabIndex={-1} className="notice notice-done agree-given">
      {by === null ? null : <p>{t('agreement.for-you', { name: by })}</p>}
      <AnswerWords answer={mine.answer} words={mine.words} />
      {by === null ? <Through by={null} acting={mine.acting} /> : null}
      <p className="quiet">{t('agreement.mine-at', { day: day(mine.at), time: time(mine.at) })}</p>
      <div className="row">{children}</div>
    </div>
  )
}

type DoProps = { readonly look: 'main' | 'quiet'; readonly onDo: () => Promise<void>; readonly children: string }

/** A button that says why, where it could not be done. */
function Do({ look, onDo, children }: DoProps) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const go = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await onDo()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <Button look={look} busy={busy} onClick={go}>
        {children}
      </Button>
      <span role="alert">{trouble}</span>
    </>
  )
}
