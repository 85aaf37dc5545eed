import { useText } from '../../../text/use-text.ts'
import { Choices } from '../../../ui/choices.tsx'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

const HANDS = ['5', '4', '3', '2', '1', '0'] as const

/** Nought to five on one proposal, in plain words, shown at the same moment. */
export function Hands({ step }: StepProps) {
  const t = useText()
  const { now, mine, take } = useRoom()
  const { trouble, send } = useSending()
  const me = mine?.people.find(({ own }) => own)
  const given = mine?.votes.find((vote) => vote.step === step.id && vote.as === me?.id)?.fingers ?? null
  if (step.shown) {
    return (
      <ul className="list stack">
        {HANDS.map((hand) => (
          <li key={hand}>{t(`workshop.hand-${hand}-got`, { count: now.results?.hands?.[Number(hand)] ?? 0 })}</li>
        ))}
      </ul>
    )
  }
  return (
    <>
      <Choices
        legend={t('workshop.your-hand')}
        value={given === null ? null : (String(given) as (typeof HANDS)[number])}
        onChoose={(hand) => {
          if (me) void send(() => take({ do: 'hand', step: step.id, as: me.id, fingers: Number(hand) }))
        }}
        choices={HANDS.map((hand) => ({ value: hand, label: t(`workshop.hand-${hand}`) }))}
      />
      <div role="alert">{trouble}</div>
    </>
  )
}
