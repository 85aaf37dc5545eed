import { ACTING, type Acting, ANSWER_WORDS, LIMIT, type Round } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useEffect, useRef, useState } from 'react'
import type { AnswerGiven } from '../../api/agreement.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { AnswerForm } from './answer-form.tsx'
import '../../ui/fold.css'
import { useSectionTitle } from './section-title.tsx'
import { StandingAnswers } from './standing-answers.tsx'

type AnswerForProps = {
  readonly me: string
  readonly round: Round
  /** Whom the plan is about, in a plan about one person. */
  readonly about: string | null
  /** Whether the asker is a professional: one of those passes nothing on for the person (SPEC AGREE). */
  readonly isProfessional: boolean
  /** Who may not write, or is not asked and does not lead, passes nothing on; who decides for the person answers as that. */
  readonly mayPassOn: boolean
  readonly nameOf: (person: string) => string
  /** Whether the plan has changed since it was read here. */
  readonly isChanged: boolean
  readonly edition: Edition
  readonly onGive: (given: Omit<AnswerGiven, 'fingerprint'>) => Promise<void>
}

/** A supporter passes on what somebody says, or acts for a person who cannot decide. Both names are seen before it is sent (SPEC AGREE-56). */
export function AnswerFor({
  me,
  round,
  about,
  isProfessional,
  mayPassOn,
  edition,
  nameOf,
  isChanged,
  onGive,
}: AnswerForProps) {
  const t = useText()
  const say = useWords()
  const isDecider = round.decides?.person === me
  const [person, setPerson] = useState(isDecider && about ? about : '')
  // Open for who decides and is waited for; it is theirs to close, and what they gave is told in it.
  const [isOpened] = useState(isDecider && round.blocks.some(({ why }) => why === 'person-first'))
  const [acting, setActing] = useState<Acting | null>(null)
  const [advocate, setAdvocate] = useState('')
  const [section, setSection] = useState('')
  const [given, setGiven] = useState<{ readonly note: string; readonly turn: number }>({ note: '', turn: 0 })
  const told = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // What had the focus has gone with the form: who uses the keyboard goes on from here.
    if (given.turn > 0) takeLostFocus(told.current)
  }, [given.turn])
  const mayAct = (id: string): readonly Acting[] =>
    ACTING.filter((as) =>
      as === 'supporter'
        ? mayPassOn && !(isProfessional && id === about)
        : id === about && round.decides?.acting === as && round.decides.person === me,
    ).filter((as) => !isTheirs(round, id, as))
  const passedOn = round.answers.filter(({ by }) => by !== null)
  // A stop that was passed on stands whether its person is asked this time or not.
  const all = new Set([...round.asked, ...passedOn.map(({ person }) => person)])
  const people = [...all].filter((id) => id !== me && mayAct(id).length > 0)
  // Said, so that nobody looks for them in vain (SPEC AGREE-44).
  const spoke = round.asked.filter((id) => id !== me && round.spoke.includes(id) && !people.includes(id))
  const whom = people.includes(person) ? person : ''
  const ways = mayAct(whom)
  // Who decides for the person is here for that.
  const as = acting !== null && ways.includes(acting) ? acting : (ways.at(-1) ?? 'supporter')
  const names = { name: nameOf(whom), by: nameOf(me) }
  const sections = round.bySection ? edition.parts.flatMap((part) => part.sections.map(({ id }) => id)) : []
  const what = sections.includes(section) ? section : null
  const titleOf = useSectionTitle(edition)
  const toWhat = (one: string | null) => (one === null ? t('agreement.whole-plan') : titleOf(one))
  const done = (note: string) => setGiven(({ turn }) => ({ note, turn: turn + 1 }))
  if (people.length === 0) return null
  return (
    <details className="fold agree-for" open={isOpened}>
      <summary>{t('agreement.for')}</summary>
      <div className="stack">
        <p>{t(isDecider ? 'agreement.for-about-decides' : 'agreement.for-about')}</p>
        <SelectField label={t('agreement.for-whom')} value={whom} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t('agreement.for-choose')}</option>
          {people.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </SelectField>
        {spoke.length > 0 ? (
          <p className="quiet">{t('agreement.for-spoke', { names: spoke.map(nameOf).join(', ') })}</p>
        ) : null}
        {whom ? (
          <>
            <StandingAnswers
              rows={passedOn.filter(
                ({ person, acting, by }) => person === whom && (acting === 'supporter' || by === me),
              )}
              nameOf={nameOf}
              toWhat={toWhat}
              takeBack={t('agreement.for-take-back')}
              onTakeBack={async (one) => {
                await onGive({ ...NOTHING, person: whom, section: one, acting: as })
                done(t('agreement.for-taken-back', names))
              }}
            />
            {sections.length > 0 ? (
              <SelectField
                label={t('agreement.for-what')}
                value={what ?? ''}
                onChange={(event) => setSection(event.target.value)}
              >
                <option value="">{toWhat(null)}</option>
                {sections.map((id) => (
                  <option key={id} value={id}>
                    {toWhat(id)}
                  </option>
                ))}
              </SelectField>
            ) : null}
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
              key={`${whom} ${what} ${given.turn}`}
              legend={t(`agreement.for-ask${as === 'supporter' ? '' : '-decides'}${what === null ? '' : '-section'}`, {
                ...names,
                section: toWhat(what),
              })}
              begun={null}
              look="list"
              doIt={t('agreement.for-do', names)}
              first={isChanged ? <p>{t('agreement.for-changed')}</p> : null}
              check={(answer) => (
                <p className="agree-check">
                  {t(as === 'supporter' ? 'agreement.for-check' : 'agreement.for-check-acting', {
                    ...names,
                    as: t(`agreement.acting-${as}`),
                    answer: say(ANSWER_WORDS[answer]),
                  })}
                </p>
              )}
              onGive={async (said) => {
                await onGive({ person: whom, section: what, ...said, acting: as, advocate })
                done(t('agreement.for-given', names))
                setPerson('')
                setSection('')
                setAdvocate('')
              }}
            />
          </>
        ) : null}
        <p ref={told} role="status" tabIndex={-1} className="quiet">
          {given.note}
        </p>
      </div>
    </details>
  )
}

const NOTHING = { answer: null, words: '', advocate: '' } as const

/**
 * Nobody passes on an answer of somebody who has answered themselves, to whatever words; who decides for them answers where they did
 * not answer these, and have not said stop (SPEC AGREE-17, AGREE-18).
 */
const isTheirs = (round: Round, id: string, as: Acting): boolean => {
  const said = round.answers.filter(({ person }) => person === id)
  const isHidden = round.answered.includes(id) && !said.some(({ section }) => section === null)
  const own = said.filter(({ by }) => by === null)
  if (as === 'supporter') return isHidden || round.spoke.includes(id)
  const isAnswered = own.some(
    ({ section, answer, ofTheseWords }) => (section === null && ofTheseWords) || answer === 'stop',
  )
  return isHidden || isAnswered
}
