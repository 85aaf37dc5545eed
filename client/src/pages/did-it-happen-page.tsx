import { can } from '@withy/shared/access'
import type { FollowUp, PlanFacts } from '@withy/shared/api'
import { actionsOf, type Plan } from '@withy/shared/plan'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { fetchFollowUps, sendFollowUpAnswer } from '../api/follow-ups.ts'
import { getPlan } from '../api/plans.ts'
import { RefusedError } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { NextDay } from '../features/follow-up/day-to-remember.tsx'
import { QuestionByQuestion } from '../features/follow-up/question-by-question.tsx'
import { keepWanted } from '../features/people/wanted-page.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { KeepWayBack } from './keep-way-back.tsx'
import { RefusedPage } from './refused-page.tsx'
import { wordsToRead } from './words-to-read.ts'

/** "Did it happen?" about each action of a plan, as its calendar day leads to it: one question at a time, on any phone, on any later day. */
export default function DidItHappenPage({ plan }: { readonly plan: string }) {
  const t = useText()
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), wordsToRead(plan), fetchFollowUps(plan)]))
  if (asked.is === 'refused') return <NotKnown plan={plan} error={asked.error} again={again} />
  if (asked.is === 'asking') {
    return (
      <Page title={t('workshop-follow-up.ask')}>
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      </Page>
    )
  }
  const [facts, words, { followUps }] = asked.answer
  return <Questions facts={facts} words={words} first={followUps} />
}

type QuestionsProps = { readonly facts: PlanFacts; readonly words: Plan; readonly first: readonly FollowUp[] }

function Questions({ facts, words, first }: QuestionsProps) {
  const t = useText()
  const [followUps, setFollowUps] = useState(first)
  const { id, me, people, title, lang } = facts
  const inPlan = actionsOf(words).flatMap(({ id, what }) => {
    const followUp = followUps.find(({ item }) => item === id)
    return followUp ? [{ followUp, name: what || t('plan.no-words-yet') }] : []
  })
  const due = inPlan.filter(({ followUp }) => followUp.isDue)
  const mayAnswer = people.some((person) => person.id === me && can(person.role, 'answer-tests'))
  return (
    <Page title={t('workshop-follow-up.ask')} place={{ title, lang, href: `/plans/${id}` }}>
      {inPlan.length === 0 ? <p>{t('workshop-follow-up.none')}</p> : null}
      {due.length > 0 ? (
        <>
          <p>{t('workshop-follow-up.about')}</p>
          <QuestionByQuestion
            asked={due}
            onAnswer={
              mayAnswer
                ? async (asked, said) => {
                    const { followUp } = await sendFollowUpAnswer(id, asked, said)
                    setFollowUps((now) => now.map((each) => (each.item === followUp.item ? followUp : each)))
                  }
                : null
            }
          />
        </>
      ) : null}
      <NextDay plan={id} followUps={inPlan.map(({ followUp }) => followUp)} />
      <p>
        <Link href={`/plans/${id}`} className="link-alone">
          {t('workshop-follow-up.to-plan')}
        </Link>
      </p>
      <KeepWayBack />
    </Page>
  )
}

type NotKnownProps = { readonly plan: string; readonly error: unknown; readonly again: () => void }

/** A calendar leads here on whatever device it is: who is not known on it is told how to become so, and is then led back. */
function NotKnown({ plan, error, again }: NotKnownProps) {
  const t = useText()
  const isUnknown = error instanceof RefusedError && (error.refused === 'sign-in' || error.refused === 'not-found')
  useEffect(() => {
    if (isUnknown) keepWanted(`/plans/${plan}/did-it-happen`)
  }, [isUnknown, plan])
  if (!isUnknown) return <RefusedPage error={error} again={again} />
  return (
    <Page title={t('workshop-follow-up.ask')}>
      <p>{t('people.not-known')}</p>
      <p>
        {t('people.back-need')} {t('workshop-follow-up.unknown-after')}
      </p>
      <p>{t('people.back-none')}</p>
      <div className="row">
        <Button look="main" onClick={again}>
          {t('common.try-again')}
        </Button>
        <Link href="/join" className="button button-plain">
          {t('common.join')}
        </Link>
      </div>
    </Page>
  )
}
