import { LIMIT, type MyIdea } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useAtDevice } from '../at-device.tsx'
import { draftsOf, useDraft } from '../drafts.ts'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'

/**
 * The ideas of this device in a step. Until the room has seen one it can be changed or taken back (SPEC WORK-44); then it stands among
 * everybody's, and stays here only while somebody is changing it.
 */
export function MineHere({ step }: StepProps) {
  const t = useText()
  const { now, mine, ideas: seen } = useRoom()
  const isAmongAll = (id: string) =>
    step.kind !== 'parking' && seen.some((idea) => idea.id === id && !idea.parked) && !draftsOf(now.id)[changeOf(id)]
  const ideas = mine?.ideas.filter((idea) => idea.step === step.id && !isAmongAll(idea.id)) ?? []
  if (ideas.length === 0) return null
  return (
    <section className="stack">
      <h2 className="workshop-small-title" tabIndex={-1}>
        {t('workshop-steps.mine-here')}
      </h2>
      <ul className="list stack">
        {ideas.toReversed().map((idea) => (
          <li key={idea.id} className="card stack">
            <IdeaHere idea={idea} isSeen={idea.shown} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const changeOf = (idea: string): string => `change/${idea}`

function IdeaHere({ idea, isSeen }: { readonly idea: MyIdea; readonly isSeen: boolean }) {
  const t = useText()
  const { now, take } = useRoom()
  const { seats, wrote } = useAtDevice()
  const { draft, words, write, clear } = useDraft(now.id, changeOf(idea.id))
  const [isOpen, setIsOpen] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const { busy, trouble, send } = useSending()
  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return
    if (!(await send(() => take({ do: 'change-idea', id: idea.id, words })))) return
    clear()
    setIsOpen(false)
    wrote()
  }
  if (draft || isOpen) {
    return (
      <form className="stack" onSubmit={change}>
        <WordsField
          label={t('workshop-steps.change-idea')}
          value={draft ? words : idea.words}
          onWrite={write}
          max={LIMIT.idea}
          takesFocus={isOpen}
        />
        <div role="alert">{trouble}</div>
        <div className="row">
          <Button type="submit" busy={busy}>
            {t('workshop-steps.keep-change')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              clear()
              setIsOpen(false)
            }}
          >
            {t('workshop-steps.as-it-was')}
          </Button>
        </div>
      </form>
    )
  }
  const isOther = idea.typedBy !== null || seats.length > 1
  return (
    <>
      <Theirs as="p" className="workshop-idea" tabIndex={-1}>
        {idea.words}
      </Theirs>
      {isOther ? <p className="quiet">{t('workshop.said-by', { name: idea.by })}</p> : null}
      <div role="alert">{trouble}</div>
      {isSeen ? null : isAsked ? (
        // With a key the button that was pressed does not become the one that takes it back: a key pressed twice would.
        <div key="asked" className="row">
          <p tabIndex={-1}>{t('workshop-steps.take-back-sure')}</p>
          <Button busy={busy} onClick={() => void send(() => take({ do: 'take-back', id: idea.id }))}>
            {t('workshop-steps.take-back-yes')}
          </Button>
          <Button look="quiet" onClick={() => setIsAsked(false)}>
            {t('workshop-steps.take-back-no')}
          </Button>
        </div>
      ) : (
        <div className="row workshop-mine-do">
          <Button
            look="quiet"
            aria-label={t('workshop-steps.change-name', { words: idea.words })}
            onClick={() => setIsOpen(true)}
          >
            {t('plan.change')}
          </Button>
          <Button
            look="quiet"
            aria-label={t('workshop-steps.take-back-name', { words: idea.words })}
            onClick={() => setIsAsked(true)}
          >
            {t('workshop-steps.take-back')}
          </Button>
        </div>
      )}
    </>
  )
}
