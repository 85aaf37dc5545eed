import { type Dotted, dotChoices } from '@withy/shared/protocol'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useAtDevice } from '../at-device.tsx'
import type { StepProps } from '../step-props.ts'
import { useVote } from '../use-vote.ts'
import { useRoom } from '../use-workshop.ts'

/** So many dots a person, on ideas and groups; nobody sees others' before they are shown. */
export function Dots({ step }: StepProps) {
  const t = useText()
  const choicesWith = useChoices()
  const { seat } = useAtDevice()
  if (choicesWith({}).length === 0) return <p>{t('workshop-shown.none')}</p>
  if (step.shown) return <DotsShown step={step} />
  return seat ? <GiveDots step={step} seat={seat.id} /> : null
}

type Choice = Pick<Dotted, 'id' | 'dots'> & { readonly words: string; readonly more: readonly string[] }

/** What has these dots, and what else can have some. */
function useChoices(): (dots: Readonly<Record<string, number>>) => Choice[] {
  const t = useText()
  const { ideas, groups } = useRoom()
  return (dots) =>
    dotChoices(dots, ideas, groups).map(({ id, dots, group, ideas }) =>
      group
        ? { id, dots, words: group.name || t('workshop.group-unnamed'), more: ideas.map(({ words }) => words) }
        : { id, dots, words: ideas[0]?.words ?? '', more: [] },
    )
}

function GiveDots({ step, seat }: StepProps & { readonly seat: string }) {
  const t = useText()
  const { now, mine } = useRoom()
  const choicesWith = useChoices()
  const { newest, waits, trouble, give } = useVote(step.id, seat)
  const given = mine?.votes.find((vote) => vote.step === step.id && vote.as === seat)?.dots ?? {}
  const choices = choicesWith(newest?.do === 'dots' ? newest.on : given)
  const used = choices.reduce((sum, { dots }) => sum + dots, 0)
  const put = (id: string, number: number) => {
    const on = choices.map((one) => [one.id, one.id === id ? number : one.dots] as const)
    const given = on.filter(([, dots]) => dots > 0)
    void give({ do: 'dots', step: step.id, as: seat, on: Object.fromEntries(given) })
  }
  return (
    <>
      <p role="status" className="workshop-count">
        {t('workshop.dots-left', { count: step.dots - used })}
      </p>
      <p className="quiet">{t('workshop-steps.unseen-dots')}</p>
      <p role="status" className="workshop-waits">
        {waits ? t('workshop-own.vote-waits') : ''}
      </p>
      <div role="alert">{trouble}</div>
      <ul className="list stack">
        {choices.map((choice) => {
          const { id, words, dots: here } = choice
          return (
            <li key={id} className="card workshop-dots">
              <ChoiceWords {...choice} />
              <div className="row">
                <Button
                  aria-label={t('workshop.dot-less', { words })}
                  aria-disabled={here === 0}
                  onClick={() => here > 0 && put(id, here - 1)}
                >
                  {'\u2212'}
                </Button>
                <strong className="workshop-dots-here">
                  <span className="unseen">{t('workshop.dots-got', { count: here })}</span>
                  <span aria-hidden="true">{here}</span>
                </strong>
                <Button
                  aria-label={t('workshop.dot-more', { words })}
                  aria-disabled={used >= step.dots}
                  onClick={() => used < step.dots && put(id, here + 1)}
                >
                  {'+'}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {now.step === step.id ? <p className="quiet">{t('workshop-steps.answered', { count: now.answered })}</p> : null}
    </>
  )
}

/** The most dots first. */
function DotsShown({ step }: StepProps) {
  const t = useText()
  const { now } = useRoom()
  const choicesWith = useChoices()
  const dots = now.step === step.id ? now.results?.dots : null
  if (!dots) return <p className="quiet">{t('workshop-steps.results-there')}</p>
  const choices = choicesWith(dots)
  const most = Math.max(1, ...choices.map(({ dots }) => dots))
  return (
    <ul className="list workshop-results">
      {choices
        .toSorted((a, b) => b.dots - a.dots)
        .map((choice) => (
          <li key={choice.id}>
            <ChoiceWords {...choice} />
            <strong>{t('workshop.dots-got', { count: choice.dots })}</strong>
            <span
              className="workshop-bar"
              aria-hidden="true"
              style={{ inlineSize: `${(100 * choice.dots) / most}%` }}
            />
          </li>
        ))}
    </ul>
  )
}

function ChoiceWords({ words, more }: Choice) {
  const t = useText()
  return (
    <div>
      <Theirs as="p" className="workshop-idea">
        <Words words={words} />
      </Theirs>
      {more.length > 0 ? (
        <details className="workshop-fold">
          <summary>{t('workshop-steps.ideas-in-it', { count: more.length })}</summary>
          <ul>
            {more.map((idea) => (
              <Theirs as="li" key={idea}>
                <Words words={idea} />
              </Theirs>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
