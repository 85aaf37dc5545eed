import { type Acting, ANSWER_WORDS, type Round, type RoundAnswer } from '@withy/shared/api'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDates } from '../../text/use-dates.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerForm, type Said } from './answer-form.tsx'
import { AnswerWords } from './answer-words.tsx'
import type { Begun } from './begun-answers.ts'
import { DoIt } from './do-it.tsx'
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
  const say = useWords()
  const mine = round.answers.find(({ person, section }) => person === me && section === null) ?? null
  const [isChanging, setIsChanging] = useState(false)
  const [done, setDone] = useState<'given' | 'taken-back' | null>(null)
  // What was typed is not lost with an answer that is taken back.
  const [words, setWords] = useState('')
  const [isInPlace, setIsInPlace] = useState(mine?.by === null && mine.acting !== null)
  const acting = inPlace && isInPlace ? inPlace.acting : null
  const person = t('agreement.the-person')
  const counts = mine?.ofTheseWords === true && !changed
  const isForm = !counts || isChanging
  const give = async (said: Said | null, as: Acting | null) => {
    await onGive(said, as)
    setIsChanging(false)
    if (said === null) setWords(mine?.words ?? '')
    setDone(said === null ? 'taken-back' : 'given')
  }
  const takeBack = () => give(null, null)
  // Said of an answer that counts, or of none: under the next form it would be untrue.
  const note = done !== null && isForm === (done === 'taken-back') && !mine === (done === 'taken-back') ? done : null
  return (
    <section id="answer" className="agree-answer" aria-labelledby="agree-answer">
      <KeptFocus className="stack">
        <h2 id="agree-answer" tabIndex={-1}>
          {t(isForm ? 'agreement.your-turn' : 'agreement.your-answer')}
        </h2>
        {mine && !isForm ? (
          <Given mine={mine} by={mine.by === null ? null : nameOf(mine.by)}>
            {mine.by === null ? null : (
              <DoIt look="main" onDo={() => give(mine, null)}>
                {t('agreement.for-right')}
              </DoIt>
            )}
            <Button onClick={() => setIsChanging(true)}>{t('agreement.change')}</Button>
            <DoIt look="quiet" onDo={takeBack}>
              {t('agreement.take-back')}
            </DoIt>
          </Given>
        ) : null}
        {mine && isForm && !isChanging ? (
          <Notice>
            <p>{t(mine.ofTheseWords ? 'agreement.mine-till-now' : 'agreement.mine-earlier')}</p>
            <AnswerWords answer={mine.answer} words={mine.words} />
            {mine.by === null ? null : <Through by={nameOf(mine.by)} acting={mine.acting} advocate={mine.advocate} />}
            <p className="row">
              <DoIt look="plain" onDo={takeBack}>
                {t('agreement.take-back')}
              </DoIt>
            </p>
          </Notice>
        ) : null}
        {isForm && inPlace ? <InPlace of={inPlace} isInPlace={isInPlace} onChoose={setIsInPlace} /> : null}
        {isForm ? (
          <AnswerForm
            // What was chosen for oneself is not chosen for the person.
            key={acting}
            legend={t(acting ? 'agreement.ask-in-place' : 'agreement.ask')}
            begun={mine?.by === null && mine.acting !== acting ? null : begunWith(mine, words)}
            shelf={{ of: round.id, place: acting ?? 'whole' }}
            look="cards"
            doIt={acting ? t('agreement.for-do', { name: person }) : t('agreement.give')}
            first={changed}
            check={(answer) =>
              acting ? (
                <p className="agree-check">
                  {t('agreement.for-check-acting', {
                    ...{ by: nameOf(me), name: person, as: t(`agreement.acting-${acting}`) },
                    answer: say(ANSWER_WORDS[answer]),
                  })}
                </p>
              ) : null
            }
            onGive={(said) => give(said, acting)}
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
        {note ? t(`agreement.${note}`) : ''}
      </p>
    </section>
  )
}

/** What the form begins with. An answer to earlier words is not chosen again by itself: who agrees to new words says so. */
const begunWith = (mine: RoundAnswer | null, words: string): Begun =>
  mine ? { answer: mine.ofTheseWords ? mine.answer : null, words: mine.words } : { answer: null, words }

type GivenProps = { readonly mine: RoundAnswer; readonly by: string | null; readonly children: ReactNode }

function Given({ mine, by, children }: GivenProps) {
  const t = useText()
  const { day, time } = useDates()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    shown.current?.focus({ preventScroll: true })
    // The form was longer: what stands in its place would be above what is seen.
    shown.current?.closest('section')?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  return (
    <div ref={shown} tabIndex={-1} className="notice notice-done agree-given">
      {by === null ? null : <p>{t('agreement.for-you', { name: by })}</p>}
      <AnswerWords answer={mine.answer} words={mine.words} />
      {by === null ? <Through by={null} acting={mine.acting} advocate={mine.advocate} /> : null}
      <p className="quiet">{t('agreement.mine-at', { day: day(mine.at), time: time(mine.at) })}</p>
      <div className="row">{children}</div>
    </div>
  )
}
