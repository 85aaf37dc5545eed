import type { RoundAnswer } from '@withy/shared/api'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { AnswerForm, type Said } from './answer-form.tsx'
import { AnswerWords } from './answer-words.tsx'
import './fold.css'

type SectionAnswerProps = {
  readonly title: string
  readonly mine: RoundAnswer | null
  readonly changed: ReactNode
  readonly onGive: (said: Said) => Promise<void>
}

/** What the asker says to one section, where the round asks for that too. Nobody has to. */
export function SectionAnswer({ title, mine, changed, onGive }: SectionAnswerProps) {
  const t = useText()
  const [note, setNote] = useState('')
  return (
    <details className="fold agree-section-answer" data-not-printed="">
      <summary>
        {t('agreement.section-ask')}
        <span className="unseen"> {title}</span>
      </summary>
      <div className="stack">
        {mine ? (
          <div>
            <p className="quiet">{t(mine.ofTheseWords ? 'agreement.mine-till-now' : 'agreement.mine-earlier')}</p>
            <AnswerWords answer={mine.answer} words={mine.words} />
          </div>
        ) : null}
        <AnswerForm
          legend={
            <>
              {t('agreement.ask')} <span className="unseen">{title}</span>
            </>
          }
          mine={mine}
          look="list"
          doIt={t('agreement.give')}
          first={changed}
          onGive={async (said) => {
            await onGive(said)
            setNote(t('agreement.given'))
          }}
        />
        <p role="status" className="quiet">
          {note}
        </p>
      </div>
    </details>
  )
}
