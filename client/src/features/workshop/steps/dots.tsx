import { ideasStepOf } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useAtDevice } from '../at-device.tsx'
import { gathered } from '../step-now.ts'
import type { StepProps } from '../step-props.ts'
import { useVote } from '../use-vote.ts'
import { useRoom } from '../use-workshop.ts'

/** So many dots a person, on ideas and groups; nobody sees others' before they are shown. */
export function Dots({ step }: StepProps) {
  const t = useText()
  const { now, ideas, groups } = useRoom()
  const { seat } = useAtDevice()
  const source = ideasStepOf(now.steps, step.id)
  const choices = source ? gathered(source, ideas, groups).map(choiceOf(t('workshop.group-unnamed'))) : []
  if (choices.length === 0) return <p>{t('workshop.nothing-shown')}</p>
  if (step.shown) return <DotsShown step={step} choices={choices} />
  return seat ? <GiveDots step={step} choices={choices} seat={seat.id} /> : null
}

type Choice = { readonly id: string; readonly words: string; readonly more: readonly string[] }

const choiceOf =
  (unnamed: string) =>
  ({ group, ideas }: ReturnType<typeof gathered>[number]): Choice =>
    group
      ? { id: group.id, words: group.name || unnamed, more: ideas.map(({ words }) => words) }
      : { id: ideas[0]?.id ?? '', words: ideas[0]?.words ?? '', more: [] }

type DotsProps = StepProps & { readonly choices: readonly Choice[] }

function GiveDots({ step, choices, seat }: DotsProps & { readonly seat: string }) {
  const t = useText()
  const { now, mine } = useRoom()
  const { newest, waits, trouble, give } = useVote(step.id, seat)
  const given = mine?.votes.find((vote) => vote.step === step.id && vote.as === seat)?.dots ?? {}
  const on: Readonly<Record<string, number>> = newest?.do === 'dots' ? newest.on : given
  const used = Object.values(on).reduce((sum, number) => sum + number, 0)
  const put = (id: string, number: number) => {
    const { [id]: _before, ...others } = on
    void give({ do: 'dots', step: step.id, as: seat, on: number > 0 ? { ...others, [id]: number } : others })
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
          const { id, words } = choice
          const here = on[id] ?? 0
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
function DotsShown({ step, choices }: DotsProps) {
  const t = useText()
  const { now } = useRoom()
  const dots = now.step === step.id ? now.results?.dots : null
  if (!dots) return <p className="quiet">{t('workshop-steps.results-there')}</p>
  const got = (id: string) => dots[id] ?? 0
  const most = Math.max(1, ...Object.values(dots))
  return (
    <ul className="list workshop-results">
      {choices
        .toSorted((a, b) => got(b.id) - got(a.id))
        .map((choice) => (
          <li key={choice.id}>
            <ChoiceWords {...choice} />
            <strong>{t('workshop.dots-got', { count: got(choice.id) })}</strong>
            <span
              className="workshop-bar"
              aria-hidden="true"
              style={{ inlineSize: `${(100 * got(choice.id)) / most}%` }}
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
      <p className="workshop-idea" dir="auto">
        {words}
      </p>
      {more.length > 0 ? (
        <details className="workshop-fold">
          <summary>{t('workshop-steps.ideas-in-it', { count: more.length })}</summary>
          <ul>
            {more.map((idea) => (
              <li key={idea} dir="auto">
                {idea}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
