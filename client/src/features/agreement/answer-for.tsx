import { ACTING, type Acting, LIMIT, type Round } from '@withy/shared/api'
import { useState } from 'react'
import type { AnswerGiven } from '../../api/agreement.ts'
import { useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { AnswerForm } from './answer-form.tsx'
import './fold.css'

type AnswerForProps = {
  readonly me: string
  readonly round: Round
  /** Whom the plan is about, in a plan about one person. */
  readonly about: string | null
  /** Whether the asker is a professional: one of those passes nothing on for the person (SPEC AGREE). */
  readonly isProfessional: boolean
  readonly nameOf: (person: string) => string
  /** Whether the plan has changed since it was read here. */
  readonly isChanged: boolean
  readonly onGive: (given: Omit<AnswerGiven, 'fingerprint' | 'section'>) => Promise<void>
}

/** A supporter passes on what somebody says, or acts for a person who cannot decide. Both names are seen before it is sent (SPEC AGREE-56). */
export function AnswerFor({ me, round, about, isProfessional, nameOf, isChanged, onGive }: AnswerForProps) {
  const t = useText()
  const [person, setPerson] = useState('')
  const [acting, setActing] = useState<Acting>('supporter')
  const [advocate, setAdvocate] = useState('')
  const [given, setGiven] = useState<{ readonly name: string; readonly turn: number }>({ name: '', turn: 0 })
  const mayAct = (id: string): readonly Acting[] =>
    ACTING.filter((as) =>
      as === 'supporter' ? !(isProfessional && id === about) : id === about && round.decides?.acting === as,
    ).filter((as) => !isTheirs(round, id, as))
  const people = round.asked.filter((id) => id !== me && mayAct(id).length > 0)
  if (people.length === 0) return null
  const whom = people.includes(person) ? person : ''
  const ways = mayAct(whom)
  const as = ways.includes(acting) ? acting : (ways[0] ?? 'supporter')
  const names = { name: nameOf(whom), by: nameOf(me) }
  return (
    <details className="fold agree-for">
      <summary>{t('agreement.for')}</summary>
      <div className="stack">
        <p>{t('agreement.for-about')}</p>
        <SelectField label={t('agreement.for-whom')} value={whom} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t('agreement.for-choose')}</option>
          {people.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </SelectField>
        {whom ? (
          <>
            {ways.length > 1 ? (
              <Choices
                legend={t('agreement.for-as', names)}
                value={as}
                onChoose={setActing}
                choices={ways.map((value) => ({ value, label: t(`agreement.acting-${value}`) }))}
              />
            ) : null}
            <TextField
              label={t('agreement.for-advocate')}
              hint={t('agreement.for-advocate-hint')}
              autoComplete="off"
              maxLength={LIMIT.name}
              value={advocate}
              onChange={(event) => setAdvocate(event.target.value)}
            />
            <AnswerForm
              key={`${whom} ${given.turn}`}
              legend={t('agreement.for-ask', names)}
              mine={null}
              look="list"
              doIt={t('agreement.for-do', names)}
              first={isChanged ? <p>{t('agreement.for-changed')}</p> : null}
              check={(answer) => (
                <p className="agree-check">
                  {t(as === 'supporter' ? 'agreement.for-check' : 'agreement.for-check-acting', {
                    ...names,
                    as: t(`agreement.acting-${as}`),
                    answer: t(`agreement.answer-${answer}`),
                  })}
                </p>
              )}
              onGive={async (said) => {
                await onGive({ person: whom, ...said, acting: as, advocate })
                setGiven(({ turn }) => ({ name: names.name, turn: turn + 1 }))
                setPerson('')
                setAdvocate('')
              }}
            />
          </>
        ) : null}
        <p role="status" className="quiet">
          {given.name ? t('agreement.for-given', { name: given.name }) : ''}
        </p>
      </div>
    </details>
  )
}

/**
 * Nobody passes on an answer of somebody who has answered themselves, to whatever words; who decides for them answers where they did
 * not answer these, and have not said stop (SPEC AGREE-17, AGREE-18).
 */
const isTheirs = (round: Round, id: string, as: Acting): boolean => {
  const said = round.answers.filter(({ person }) => person === id)
  const isHidden = round.answered.includes(id) && !said.some(({ section }) => section === null)
  const own = said.filter(({ by }) => by === null)
  const counts = as === 'supporter' ? own : own.filter(({ answer, ofTheseWords }) => ofTheseWords || answer === 'stop')
  return isHidden || counts.length > 0
}
