import { LIMIT } from '@withy/shared/api'
import type { FormEvent } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useAtDevice } from '../at-device.tsx'
import { useDraft } from '../drafts.ts'
import { useAuthor, WhoSaidIt } from '../said-by.tsx'
import type { StepProps } from '../step-props.ts'
import { ideaPlace, usePutIdea } from '../use-ideas.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'
import { AllShown } from './gather.tsx'
import { MineHere } from './mine-here.tsx'
import { WaitingIdeas } from './waiting-ideas.tsx'

/** Everyone writes; nobody sees others' ideas before they are shown, here too. Words stay in the field until the server has them. */
export function Silent({ step }: StepProps) {
  const t = useText()
  const { now, desk, ideas } = useRoom()
  const { seat, seats, wrote } = useAtDevice()
  const { words, write } = useDraft(now.id, ideaPlace(step.id))
  const { put, busy, trouble } = usePutIdea(step.id)
  const author = useAuthor()
  const isTable = seats.length > 1
  const isHere = now.step === step.id
  const go = async (event: FormEvent) => {
    event.preventDefault()
    const by = await author.find()
    if (!by || !(await put(by))) return
    author.done()
    wrote()
  }
  if (!seat) return null
  return (
    <>
      <form className="stack" onSubmit={go}>
        {isTable ? <WhoSaidIt {...author} /> : null}
        <WordsField
          label={t('workshop.your-idea')}
          hint={step.shown || step.kind === 'parking' ? undefined : t('workshop-steps.unseen')}
          value={words}
          onWrite={write}
          max={LIMIT.idea}
          rows={4}
        />
        {isTable || author.writingFor === null ? null : (
          <p dir="auto">{t('workshop-kept.writing-for', { name: author.writingFor })}</p>
        )}
        <div role="alert">{author.trouble ?? trouble}</div>
        {/* Who leads has another thing to press first. */}
        <Button type="submit" look={desk ? 'plain' : 'main'} className="workshop-big" busy={busy}>
          {t('workshop.put-idea')}
        </Button>
        {isTable ? null : (
          <details className="workshop-fold">
            <summary>{t('workshop-steps.for-someone')}</summary>
            <WhoSaidIt {...author} />
          </details>
        )}
      </form>
      <WaitingIdeas step={step.id} />
      {isHere ? <p className="workshop-count">{t('workshop.ideas-so-far', { count: now.ideas })}</p> : null}
      <MineHere step={step} />
      {step.shown && step.kind !== 'parking' && ideas.some((idea) => idea.step === step.id && !idea.parked) ? (
        <section className="stack">
          <h2 className="workshop-small-title">{t('workshop-shown.all')}</h2>
          <AllShown step={step.id} />
        </section>
      ) : null}
    </>
  )
}
