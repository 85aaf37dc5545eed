import { Link } from 'wouter'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { MainHeading } from '../../ui/page.tsx'
import { IdeaOfMine } from './always/my-ideas.tsx'
import type { FromPage } from './from-page.ts'
import { DidYouGetWhatYouNeeded, WhoGotWhatTheyNeeded } from './needs-met.tsx'
import { WordsNotIn } from './not-in.tsx'
import { TestCounts } from './steps/closing.tsx'
import { useRoom } from './use-workshop.ts'

/** A workshop that is over: thanks, what became of one's ideas, and where to read on. */
export function Over({ wayBack }: Pick<FromPage, 'wayBack'>) {
  const t = useText()
  const { id: plan } = useDesk()
  const { now, mine } = useRoom()
  const ideas = mine?.ideas ?? []
  const test = now.results?.test
  return (
    <div className="workshop-step">
      <MainHeading theirs>{now.title}</MainHeading>
      <p className="workshop-question">{t('workshop-steps.over-thanks')}</p>
      <div className="row">
        <Link href={`/plans/${plan}/workshops/${now.id}/you-said`} className="button button-main">
          {t('workshop-after.you-said')}
        </Link>
        <Link href={`/plans/${plan}/workshops/${now.id}/record`} className="button button-plain">
          {t('workshop-steps.to-record')}
        </Link>
        <Link href={`/plans/${plan}`} className="button button-plain">
          {t('workshop-steps.to-plan')}
        </Link>
      </div>
      <WordsNotIn />
      <DidYouGetWhatYouNeeded />
      <WhoGotWhatTheyNeeded />
      {test && Object.keys(test).length > 0 ? (
        <section className="stack">
          <h2>{t('workshop-after.test')}</h2>
          <TestCounts test={test} title="h3" />
        </section>
      ) : null}
      {ideas.length > 0 ? (
        <section className="stack">
          <h2>{t('workshop-steps.my-ideas')}</h2>
          <ul className="list stack">
            {ideas.map((idea) => (
              <li key={idea.id} className="card workshop-own-idea">
                <IdeaOfMine idea={idea} isTable={(mine?.people.length ?? 0) > 1} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {wayBack}
    </div>
  )
}
