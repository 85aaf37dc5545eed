import { LIMIT } from '@withy/shared/api'
import { CAN_LIVE_WITH_IT } from '@withy/shared/protocol'
import type { FormEvent } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useAtDevice } from '../at-device.tsx'
import { useDraft } from '../drafts.ts'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
import { useVote } from '../use-vote.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'

const HANDS = ['5', '4', '3', '2', '1', '0'] as const
type Hand = (typeof HANDS)[number]

/** Nought to five on one proposal, in plain words, shown at the same moment. */
export function Hands({ step }: StepProps) {
  const { mine } = useRoom()
  const { seat } = useAtDevice()
  const vote = mine?.votes.find((vote) => vote.step === step.id && vote.as === seat?.id)
  const given = vote?.fingers ?? null
  if (step.shown) {
    return (
      <>
        <HandsShown step={step} />
        {given !== null && given < CAN_LIVE_WITH_IT && seat ? (
          <SayWhy key={seat.id} step={step} as={seat.id} kept={vote?.why ?? ''} />
        ) : null}
        <Said />
      </>
    )
  }
  return seat ? <GiveHand key={seat.id} step={step} seat={seat.id} given={given} /> : null
}

type GiveHandProps = StepProps & { readonly seat: string; readonly given: number | null }

function GiveHand({ step, seat, given }: GiveHandProps) {
  const t = useText()
  const { now } = useRoom()
  const { newest, waits, trouble, give } = useVote(step.id, seat)
  const fingers = newest?.do === 'hand' ? newest.fingers : given
  return (
    <>
      <p role="status" className="workshop-waits">
        {waits ? t('workshop-own.vote-waits') : ''}
      </p>
      <Choices
        legend={t('workshop.your-hand')}
        hint={t('workshop-steps.unseen-hand')}
        value={fingers === null ? null : (String(fingers) as Hand)}
        onChoose={(hand) => void give({ do: 'hand', step: step.id, as: seat, fingers: Number(hand) })}
        choices={HANDS.map((hand) => ({ value: hand, label: t(`workshop.hand-${hand}`) }))}
      />
      <p role="status">{given !== null && !newest ? t('workshop-steps.have-hand') : ''}</p>
      <div role="alert">{trouble}</div>
      {now.step === step.id ? <p className="quiet">{t('workshop-steps.answered', { count: now.answered })}</p> : null}
    </>
  )
}

function HandsShown({ step }: StepProps) {
  const t = useText()
  const { now } = useRoom()
  const hands = now.step === step.id ? now.results?.hands : null
  if (!hands) return <p className="quiet">{t('workshop-steps.results-there')}</p>
  const most = Math.max(1, ...hands)
  return (
    <ul className="list workshop-results">
      {HANDS.map((hand) => {
        const count = hands[Number(hand)] ?? 0
        return (
          <li key={hand}>
            {t(`workshop.hand-${hand}-got`, { count })}
            <span className="workshop-bar" aria-hidden="true" style={{ inlineSize: `${(100 * count) / most}%` }} />
          </li>
        )
      })}
    </ul>
  )
}

/** Words of those who gave little, kept as they say them (SPEC WORK-53). */
function SayWhy({ step, as, kept }: StepProps & { readonly as: string; readonly kept: string }) {
  const t = useText()
  const { now, take } = useRoom()
  const { draft, words, write, clear } = useDraft(now.id, `why/${step.id}/${as}`)
  const { busy, trouble, send } = useSending()
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (!draft) return
    if (await send(() => take({ do: 'say-why', step: step.id, as, words }))) clear()
  }
  return (
    <form className="card stack" onSubmit={keep}>
      <WordsField
        label={t('workshop-steps.say-why')}
        hint={t('workshop-steps.say-why-hint')}
        value={draft ? words : kept}
        onWrite={write}
        max={LIMIT.why}
      />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('workshop-steps.say-it')}
        </Button>
        <p role="status">{!draft && kept !== '' ? t('workshop-steps.said-kept') : ''}</p>
      </div>
    </form>
  )
}

/** What those said who gave less than three. */
function Said() {
  const t = useText()
  const { now } = useRoom()
  const said = now.results?.said ?? []
  if (said.length === 0) return null
  return (
    <section className="stack">
      <h2 className="workshop-small-title">{t('workshop-steps.said-title')}</h2>
      <ul className="list stack">
        {said.map(({ by, words }) => (
          <li key={by + words} className="card">
            <Theirs as="p" className="workshop-idea">
              {words}
            </Theirs>
            <p className="quiet">{t('workshop.said-by', { name: by })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
