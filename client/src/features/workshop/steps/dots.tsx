import { ideasStepOf } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { gathered } from '../step-now.ts'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** So many dots a person, on ideas and groups; nobody sees others' before they are shown. */
export function Dots({ step }: StepProps) {
  const t = useText()
  const { now, ideas, groups, mine, take } = useRoom()
  const { busy, trouble, send } = useSending()
  const me = mine?.people.find(({ own }) => own)
  const on = mine?.votes.find((vote) => vote.step === step.id && vote.as === me?.id)?.dots ?? {}
  const used = Object.values(on).reduce((sum, number) => sum + number, 0)
  const source = ideasStepOf(now.steps, step.id)
  const choices = source ? gathered(source, ideas, groups) : []
  const put = (id: string, number: number) => {
    if (!me) return
    const { [id]: _before, ...others } = on
    void send(() =>
      take({ do: 'dots', step: step.id, as: me.id, on: number > 0 ? { ...others, [id]: number } : others }),
    )
  }
  return (
    <>
      {step.shown ? null : <p role="status">{t('workshop.dots-left', { count: step.dots - used })}</p>}
      <div role="alert">{trouble}</div>
      <ul className="list stack">
        {choices.map(({ group, ideas }) => {
          const id = group?.id ?? ideas[0]?.id ?? ''
          const words = group?.name || ideas[0]?.words || ''
          const mineHere = on[id] ?? 0
          return (
            <li key={id} className="card row">
              <span>{words}</span>
              {step.shown ? (
                <strong>{t('workshop.dots-got', { count: now.results?.dots?.[id] ?? 0 })}</strong>
              ) : (
                <>
                  <Button
                    aria-label={t('workshop.dot-less', { words })}
                    aria-disabled={mineHere === 0 || busy}
                    onClick={() => mineHere > 0 && put(id, mineHere - 1)}
                  >
                    {'\u2212'}
                  </Button>
                  <strong>{mineHere}</strong>
                  <Button
                    aria-label={t('workshop.dot-more', { words })}
                    aria-disabled={used >= step.dots || busy}
                    onClick={() => used < step.dots && put(id, mineHere + 1)}
                  >
                    {'+'}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
