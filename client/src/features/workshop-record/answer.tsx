import type { Steering } from '@withy/shared/api'
import type { IdeaShown } from '@withy/shared/protocol'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { AnswerForm } from './answer-form.tsx'
import type { PlanBehind } from './place-of.ts'

type AnswerProps = {
  readonly idea: IdeaShown
  readonly plan: PlanBehind
  /** Throws where it could not be kept. */
  readonly onAnswer: (said: Steering) => Promise<void>
}

/** Long enough to know an idea by, for those who hear a button named. */
const NAME_LENGTH = 60

/** A facilitator's way to answer one idea. */
export function Answer({ idea, plan, onAnswer }: AnswerProps) {
  const t = useText()
  const [is, set] = useState<'closed' | 'open' | 'saved'>('closed')
  const button = useFocusBack(is === 'open')
  const words = idea.words.length > NAME_LENGTH ? `${idea.words.slice(0, NAME_LENGTH)}…` : idea.words
  if (is === 'open') {
    return (
      <AnswerForm
        idea={idea}
        plan={plan}
        onCancel={() => set('closed')}
        onAnswer={async (said) => {
          await onAnswer(said)
          set('saved')
        }}
      />
    )
  }
  const what = idea.fate === null ? 'answer' : 'answer-change'
  return (
    <div className="row" data-not-printed="">
      <Button ref={button} aria-label={t(`workshop-after.${what}-named`, { words })} onClick={() => set('open')}>
        {t(`workshop-after.${what}`)}
      </Button>
      <span role="status" className="quiet small">
        {is === 'saved' ? t('workshop-after.answer-saved') : null}
      </span>
    </div>
  )
}
