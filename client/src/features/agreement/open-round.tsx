import { can } from '@withy/shared/access'
import type { PlanFacts, Round } from '@withy/shared/api'
import { type AnswerGiven, askMore, endRound, giveAnswer, sealPlan } from '../../api/agreement.ts'
import { RefusedError } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { focusMainHeading } from '../../ui/page.tsx'
import { AnswerFor } from './answer-for.tsx'
import { AskMore } from './ask-more.tsx'
import { ChangedWords } from './changed-words.tsx'
import { MissingList } from './missing-list.tsx'
import { Paper } from './paper.tsx'
import { SealIt } from './seal-it.tsx'
import { SectionAnswer } from './section-answer.tsx'
import type { AgreementNow } from './use-agreement.ts'
import { WhoAnswered } from './who-answered.tsx'
import { YourAnswer } from './your-answer.tsx'

type OpenRoundProps = {
  readonly facts: PlanFacts
  readonly round: Round
  readonly now: AgreementNow
  readonly nameOf: (person: string) => string
  readonly onSealed: (number: number) => void
}

/** People are asked: the plan to read, the asker's answer, who has answered, and what who asked can do. */
export function OpenRound({ facts, round, now, nameOf, onSealed }: OpenRoundProps) {
  const t = useText()
  const { day } = useDates()
  const { read, newer } = now
  const me = facts.people.find(({ id }) => id === facts.me)
  const about = facts.people.find(({ seat }) => seat) ?? null
  const inPlace = facts.kind === 'support' && !about ? round.decides : null
  const isAsked = round.asked.includes(facts.me)
  const mayOpen = me !== undefined && can(me.role, 'open-round')
  const notAsked = facts.people.filter(({ id }) => !round.asked.includes(id))

  /** Says it to the words that were read. Where the plan reads otherwise by now, what changed is shown, and nothing was said. */
  const give = async (given: Omit<AnswerGiven, 'fingerprint'>) => {
    const isBack = given.answer === null
    try {
      now.onRound((await giveAnswer(facts.id, round.id, { ...given, fingerprint: read.fingerprint })).round)
    } catch (error) {
      const isOld =
        error instanceof RefusedError && (error.refused === 'plan-changed' || error.refused === 'round-over')
      if (isOld && !isBack) await now.lookNow()
      throw error
    }
  }
  const own = { acting: null, advocate: '' } as const
  const changed = newer ? <ChangedWords before={read.edition} after={newer.edition} onRead={now.accept} /> : null
  const first = newer ? <p>{t('agreement.changed-first')}</p> : null

  return (
    <>
      <p>{t('agreement.asked-by', { name: nameOf(round.openedBy), day: day(round.openedAt) })}</p>
      {round.decides ? <p>{t(`agreement.acts-${round.decides.acting}`, { name: round.decides.name })}</p> : null}
      {isAsked ? null : <p className="notice">{t('agreement.not-asked')}</p>}
      <nav className="row" aria-label={t('agreement.on-this-page')} data-not-printed="">
        {isAsked ? (
          <a className="link-alone" href="#answer">
            {t('agreement.go-answer')}
          </a>
        ) : null}
        <a className="link-alone" href="#agree-who">
          {t('agreement.who')}
        </a>
        {mayOpen ? (
          <a className="link-alone" href="#agree-seal">
            {t('agreement.go-seal')}
          </a>
        ) : null}
      </nav>
      <div className="agree-reading">
        <Paper
          edition={read.edition}
          {...(isAsked &&
            round.bySection && {
              after: (section, title) => (
                <SectionAnswer
                  title={title}
                  mine={round.answers.find((one) => one.person === facts.me && one.section === section.id) ?? null}
                  changed={first}
                  onGive={(said) => give({ ...own, section: section.id, ...said })}
                />
              ),
            })}
        />
        <div className="agree-bar" data-not-printed="">
          <p role="status">{newer ? t('agreement.changed') : ''}</p>
          {isAsked ? (
            <a className="button button-main" href="#answer">
              {t(newer ? 'agreement.go-changed' : 'agreement.go-answer')}
            </a>
          ) : null}
        </div>
      </div>
      {isAsked ? (
        <YourAnswer
          me={facts.me}
          round={round}
          nameOf={nameOf}
          changed={changed}
          inPlace={inPlace}
          onGive={(said, acting) =>
            give({ ...own, acting, section: null, answer: said?.answer ?? null, words: said?.words ?? '' })
          }
        />
      ) : (
        changed
      )}
      {me && can(me.role, 'write') ? (
        <AnswerFor
          me={facts.me}
          round={round}
          about={about?.id ?? null}
          isProfessional={me.voice === 'professional'}
          nameOf={nameOf}
          isChanged={newer !== null}
          onGive={(given) => give({ ...given, section: null })}
        />
      ) : null}
      <WhoAnswered
        round={round}
        edition={read.edition}
        nameOf={nameOf}
        first={facts.kind === 'support' && about ? nameOf(about.id) : (inPlace?.name ?? null)}
      />
      {mayOpen ? (
        <>
          <AskMore
            people={notAsked.map(({ id }) => ({ id, name: nameOf(id) }))}
            onAsk={async (person) => now.onRound((await askMore(facts.id, round.id, [person])).round)}
          />
          <MissingList plan={facts.id} missing={round.missing} />
          <SealIt
            round={round}
            me={facts.me}
            nameOf={nameOf}
            isChanged={newer !== null}
            onSeal={async (wentOn) => {
              const { number } = await sealPlan(facts.id, round.id, { fingerprint: read.fingerprint, wentOn }).catch(
                async (error: unknown) => {
                  await now.lookNow()
                  throw error
                },
              )
              onSealed(number)
            }}
            onEnd={async () => {
              await endRound(facts.id, round.id)
              focusMainHeading()
              await now.lookNow()
            }}
          />
        </>
      ) : (
        <MissingList plan={facts.id} missing={round.missing} />
      )}
    </>
  )
}
