import { can } from '@withy/shared/access'
import { Link } from 'wouter'
import { fetchFollowUps } from '../api/follow-ups.ts'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { readRecord } from '../api/workshops.ts'
import { DayToRemember } from '../features/follow-up/day-to-remember.tsx'
import { Record } from '../features/workshop-record/record.tsx'
import { RecordHeading } from '../features/workshop-record/record-heading.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { WithExplainedWords } from './glossary-part.tsx'
import { RefusedPage } from './refused-page.tsx'
import { wordsToRead } from './words-to-read.ts'

type WorkshopRecordPageProps = { readonly plan: string; readonly workshop: string }

/** The record of a workshop that is over. */
export default function WorkshopRecordPage({ plan, workshop }: WorkshopRecordPageProps) {
  const t = useText()
  // The plan's words say what the places that ideas went to are called; the record can be read without them, and what is asked later.
  const { again, ...asked } = useAnswer(() =>
    Promise.all([
      getPlan(plan),
      readRecord(plan, workshop),
      wordsToRead(plan).catch(() => null),
      followUpsAfter(plan, workshop),
    ]),
  )
  const at = `/plans/${plan}/workshops/${workshop}`
  if (asked.is === 'refused') {
    return (
      <RefusedPage error={asked.error} again={again}>
        <p>
          <Link href={at} className="link-alone">
            {t('workshop-after.to-workshop')}
          </Link>
        </p>
      </RefusedPage>
    )
  }
  if (asked.is === 'asking') {
    return (
      <Page title={t('common.opening')} heading={null}>
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      </Page>
    )
  }
  const [facts, { record, neverShown }, words, followUps] = asked.answer
  const mayAnswer = facts.people.some(({ id, role }) => id === facts.me && can(role, 'answer-tests'))
  return (
    <Page
      title={t('workshop-after.record-of', { title: record.title })}
      place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}
    >
      <RecordHeading record={record} />
      <div className="row" data-not-printed="">
        <Link href={`${at}/you-said`} className="button button-main">
          {t('workshop-after.you-said')}
        </Link>
        <Button onClick={() => window.print()}>{t('workshop-after.print')}</Button>
      </div>
      <WithExplainedWords plan={plan}>
        <Record record={record} neverShown={neverShown} plan={{ id: plan, kind: facts.kind, words }} />
      </WithExplainedWords>
      <DayToRemember plan={plan} followUps={followUps} mayAnswer={mayAnswer} />
    </Page>
  )
}

const followUpsAfter = (plan: string, workshop: string) =>
  fetchFollowUps(plan).then(
    ({ followUps }) => followUps.filter((each) => each.workshop === workshop),
    () => [],
  )
