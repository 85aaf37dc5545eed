import { LIMIT } from '@withy/shared/api'
import type { Fate } from '@withy/shared/protocol'
import { useId, useRef, useState } from 'react'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { LineField } from '../line-field.tsx'
import { useDraft } from '../use-draft.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import type { ToPut } from './put-in-plan.ts'

const ANSWERS = ['changed', 'not-yet', 'not-possible'] as const satisfies readonly Fate[]
type Answer = (typeof ANSWERS)[number]

/** What became of an idea that is not in the plan as it is, and why. */
export function FateForm({ what }: { readonly what: ToPut }) {
  const t = useText()
  const announce = useAnnounce()
  const { steer } = useRoom()
  const [first] = what.ideas
  const [answer, setAnswer] = useState<Answer | null>(ANSWERS.find((one) => one === first?.fate) ?? null)
  const [why, setWhy, sent] = useDraft(`why ${what.id}`, first?.why)
  const [missing, setMissing] = useState<'answer' | 'why' | null>(null)
  const { busy, trouble, send } = useSending()
  const field = useId()
  /** The answers that stood there when this one was begun: nobody's is written over unseen (SPEC WORK-164). */
  const saw = useRef<ToPut['ideas'] | null>(null)
  const begin = () => {
    saw.current ??= what.ideas
  }
  const give = async () => {
    // Changed words speak for themselves in the plan; a no is owed a reason.
    const lacks = answer === null ? 'answer' : answer !== 'changed' && why.trim() === '' ? 'why' : null
    setMissing(lacks)
    if (lacks === 'why') document.getElementById(field)?.focus()
    if (answer === null || lacks) return
    const isGiven = await send(async () => {
      for (const idea of what.ideas) {
        const was = saw.current?.find(({ id }) => id === idea.id) ?? idea
        const { fate, why: reason } = was
        await steer({ do: 'fate', idea: idea.id, fate: answer, why, place: null, was: { fate, why: reason } })
      }
    })
    // Where another answered first theirs is to be seen now, and the next press is meant.
    saw.current = null
    if (!isGiven) return
    sent()
    announce({ kind: 'done', sentence: t(`workshop-lead.fate-${answer}`) })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <Choices
        legend={t('workshop-lead.fate')}
        error={missing === 'answer' ? t('workshop-lead.fate-choose') : undefined}
        value={answer}
        onChoose={(chosen) => {
          begin()
          setAnswer(chosen)
        }}
        choices={ANSWERS.map((value) => ({ value, label: t(`workshop-lead.fate-${value}`) }))}
      />
      <LineField
        id={field}
        label={t('workshop-lead.why')}
        error={missing === 'why' ? t('workshop-lead.why-needed') : undefined}
        value={why}
        max={LIMIT.why}
        onWrite={(words) => {
          begin()
          setWhy(words)
        }}
      />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-lead.fate-give')}
        </Button>
      </div>
    </form>
  )
}
