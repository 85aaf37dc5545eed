import type { FollowUp } from '@withy/shared/api'
import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { AnswerForm } from './answer-form.tsx'
import { DidItHappen } from './did-it-happen.tsx'
import type { Said } from './said.ts'
import './follow-up.css'
import { Theirs } from '../../ui/theirs.tsx'

/** An action that is asked about now, with its first words. */
export type AskedAction = { readonly followUp: FollowUp; readonly name: string }

type QuestionByQuestionProps = {
  readonly asked: readonly AskedAction[]
  /** Null where this person may only read. */
  readonly onAnswer: ((followUp: FollowUp, said: Said) => Promise<void>) | null
}

/** All that is asked of one person, one question at a time, then all the answers (SPEC WORK-118). */
export function QuestionByQuestion({ asked, onAnswer }: QuestionByQuestionProps) {
  const t = useText()
  /** Those that were open when the page was: what is answered elsewhere meanwhile takes no question from under anybody's hands. */
  const [open, setOpen] = useState(() => (onAnswer ? openIn(asked) : []))
  const [at, setAt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasMoved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading of each next question takes the focus
  useLayoutEffect(() => {
    if (hasMoved.current) takeLostFocus(heading.current)
  }, [at, open])
  const goOn = (to: number) => {
    hasMoved.current = true
    setAt(to)
  }
  const question = asked.find(({ followUp }) => keyOf(followUp) === open[at])
  if (question && onAnswer) {
    const { followUp, name } = question
    return (
      <section className="follow-up-question" aria-labelledby="question">
        <p className="quiet">{t('workshop-follow-up.of', { number: at + 1, all: open.length })}</p>
        <Theirs as="h2" id="question" ref={heading} tabIndex={-1}>
          {name}
        </Theirs>
        <AnswerForm
          key={open[at]}
          mine={followUp.mine}
          name={name}
          look="cards"
          onKeep={async (said) => {
            await onAnswer(followUp, said)
            goOn(at + 1)
          }}
        >
          <Button onClick={() => goOn(at + 1)}>{t('workshop-follow-up.later')}</Button>
        </AnswerForm>
      </section>
    )
  }
  const left = openIn(asked)
  return (
    <section className="follow-up-all" aria-labelledby="answers">
      <h2 id="answers" ref={heading} tabIndex={-1}>
        {t(open.length > 0 ? 'workshop-follow-up.thanks' : 'workshop-follow-up.all')}
      </h2>
      {onAnswer ? (
        <>
          {open.length === 0 ? <p>{t('workshop-follow-up.done')}</p> : null}
          {left.length > 0 ? (
            <div className="row">
              <p>{t('workshop-follow-up.left', { count: left.length })}</p>
              <Button
                look="main"
                onClick={() => {
                  setOpen(left)
                  goOn(0)
                }}
              >
                {t('workshop-follow-up.answer-now')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <p>{t('workshop-follow-up.read-only')}</p>
      )}
      <ul className="list stack">
        {asked
          .filter(({ followUp }) => !onAnswer || followUp.mine)
          .map(({ followUp, name }) => (
            <li key={keyOf(followUp)} className="card">
              <Theirs as="h3">{name}</Theirs>
              {!followUp.mine && followUp.answered === 0 ? (
                <p className="quiet">{t('workshop-follow-up.nobody')}</p>
              ) : (
                <DidItHappen
                  followUp={followUp}
                  name={name}
                  onAnswer={onAnswer ? (said) => onAnswer(followUp, said) : null}
                />
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

const keyOf = ({ workshop, item }: FollowUp): string => `${workshop}/${item}`

const openIn = (asked: readonly AskedAction[]): string[] =>
  asked.filter(({ followUp }) => followUp.mine === null).map(({ followUp }) => keyOf(followUp))
