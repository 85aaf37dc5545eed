import { can } from '@withy/shared/access'
import type { PlanFacts, Round, Talk } from '@withy/shared/api'
import type { Edition, Plan } from '@withy/shared/plan'
import { type AnswerGiven, askMore, endRound, giveAnswer, sealPlan } from '../../api/agreement.ts'
import { RefusedError } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { focusMainHeading } from '../../ui/page.tsx'
import { AboutAgreeing } from './about-agreeing.tsx'
import { AnswerFor } from './answer-for.tsx'
import { AskMore } from './ask-more.tsx'
import { ChangedWords } from './changed-words.tsx'
import { MissingList } from './missing-list.tsx'
import { NotSettled } from './not-settled.tsx'
import { Paper } from './paper.tsx'
import { SealIt } from './seal-it.tsx'
import { SectionAnswer } from './section-answer.tsx'
import { StillOpen } from './still-open.tsx'
import { StillStands } from './still-stands.tsx'
import type { AgreementNow } from './use-agreement.ts'
import { WhoAnswered } from './who-answered.tsx'
import { WhoDecided } from './who-decided.tsx'
import { YourAnswer } from './your-answer.tsx'

type OpenRoundProps = {
  readonly facts: PlanFacts
  readonly round: Round
  readonly now: AgreementNow
  readonly nameOf: (person: string) => string
  /** What people say about the plan; null: not known yet. */
  readonly talk: Talk | null
  readonly onSealed: (number: number) => void
}

/** People are asked: the plan to read, the asker's answer, who has answered, and what who asked can do. */
export function OpenRound({ facts, round, now, nameOf, talk, onSealed }: OpenRoundProps) {
  const t = useText()
  const { day } = useDates()
  const { read, newer } = now
  const me = facts.people.find(({ id }) => id === facts.me)
  const about = facts.people.find(({ seat }) => seat) ?? null
  const isDecider = round.decides?.person === facts.me
  const hasNoPerson = facts.kind === 'support' && !about
  const isAsked = round.asked.includes(facts.me)
  const mayOpen = me !== undefined && can(me.role, 'open-round')
  const mine = round.answers.filter(({ person }) => person === facts.me)
  // A stop stands whether its person is asked this time or not, and they may say something else (SPEC AGREE-9).
  const mayAnswer = isAsked || mine.some(({ section }) => section === null)
  const drawn = isAsked && round.bySection ? new Set(sectionsIn(read.edition)) : new Set<string>()
  const elsewhere = mine.filter(({ section }) => section !== null && !drawn.has(section))
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
  const unsettled = <NotSettled id={facts.id} plan={read.plan as Plan} talk={talk} nameOf={nameOf} />
  const first = newer ? <p>{t('agreement.changed-first')}</p> : null

  return (
    <>
      <p>{t('agreement.asked-by', { name: nameOf(round.openedBy), day: day(round.openedAt) })}</p>
      {round.decides ? <WhoDecided decides={round.decides} /> : null}
      <AboutAgreeing />
      {isAsked ? null : (
        <p className="notice">
          {mayOpen ? t('agreement.not-asked-me') : t('agreement.not-asked', { name: nameOf(round.openedBy) })}
        </p>
      )}
      <nav className="row" aria-label={t('agreement.on-this-page')} data-not-printed="">
        {mayAnswer ? (
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
          planId={facts.id}
          edition={read.edition}
          {...(isAsked &&
            round.bySection && {
              after: (section, title) => (
                <SectionAnswer
                  title={title}
                  mine={mine.find((one) => one.section === section.id) ?? null}
                  changed={first}
                  shelf={{ of: round.id, place: section.id }}
                  nameOf={nameOf}
                  onGive={(said) =>
                    give({ ...own, section: section.id, answer: said?.answer ?? null, words: said?.words ?? '' })
                  }
                />
              ),
            })}
        />
        <div className="agree-bar" data-not-printed="">
          <p role="status">{newer ? t('agreement.changed') : ''}</p>
          {mayAnswer && (newer || !round.answered.includes(facts.me)) ? (
            <a className="button" href="#answer">
              {t(newer ? 'agreement.go-changed' : 'agreement.go-answer')}
            </a>
          ) : null}
        </div>
      </div>
      {mayAnswer ? (
        <YourAnswer
          me={facts.me}
          round={round}
          nameOf={nameOf}
          changed={changed}
          inPlace={hasNoPerson && isDecider ? round.decides : null}
          onGive={async (said, acting) => {
            await give({ ...own, acting, section: null, answer: said?.answer ?? null, words: said?.words ?? '' })
            // Who is not asked has nothing to answer once theirs is taken back.
            if (!isAsked && said === null) focusMainHeading()
          }}
        />
      ) : (
        changed
      )}
      <StillStands
        mine={elsewhere}
        edition={read.edition}
        nameOf={nameOf}
        onTakeBack={(section) => give({ ...own, section, answer: null, words: '' })}
      />
      {me ? (
        <AnswerFor
          me={facts.me}
          round={round}
          about={about?.id ?? null}
          isProfessional={me.voice === 'professional'}
          mayPassOn={can(me.role, 'write') && (isAsked || can(me.role, 'run-workshop'))}
          edition={read.edition}
          nameOf={nameOf}
          isChanged={newer !== null}
          onGive={give}
        />
      ) : null}
      <WhoAnswered
        round={round}
        edition={read.edition}
        nameOf={nameOf}
        first={
          facts.kind === 'support' && about ? nameOf(about.id) : hasNoPerson ? (round.decides?.name ?? null) : null
        }
      />
      {mayOpen ? (
        <>
          <AskMore
            people={notAsked.map(({ id }) => ({ id, name: nameOf(id) }))}
            onAsk={async (person) => now.onRound((await askMore(facts.id, round.id, [person])).round)}
          />
          <MissingList id={facts.id} plan={read.plan as Plan} missing={round.missing} />
          {unsettled}
          <SealIt
            round={round}
            me={facts.me}
            nameOf={nameOf}
            isChanged={newer !== null}
            stillOpen={<StillOpen plan={read.plan as Plan} talk={talk} />}
            hasTalk={talk !== null && talk.threads.length + talk.suggestions.length + talk.answered.length > 0}
            onSeal={async (said) => {
              const { number } = await sealPlan(facts.id, round.id, { fingerprint: read.fingerprint, ...said }).catch(
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
        <>
          <MissingList id={facts.id} plan={read.plan as Plan} missing={round.missing} />
          {unsettled}
        </>
      )}
    </>
  )
}

const sectionsIn = ({ parts }: Edition): string[] => parts.flatMap(({ sections }) => sections.map(({ id }) => id))
