import type { RoundAnswer } from '@withy/shared/api'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { AnswerForm, type Said } from './answer-form.tsx'
import { AnswerWords } from './answer-words.tsx'
import { DoIt } from './do-it.tsx'
import '../../ui/fold.css'
import { Through } from './through.tsx'

type SectionAnswerProps = {
  readonly title: string
  readonly mine: RoundAnswer | null
  readonly changed: ReactNode
  /** Where what is begun is kept. */
  readonly shelf: { readonly of: string; readonly place: string }
  readonly nameOf: (person: string) => string
  /** null takes it back. */
  readonly onGive: (said: Said | null) => Promise<void>
}

/** What the asker says to one section, where the round asks for that too. Nobody has to. */
export function SectionAnswer({ title, mine, changed, shelf, nameOf, onGive }: SectionAnswerProps) {
  const t = useText()
  const [note, setNote] = useState('')
  const say = async (said: Said | null, done: string) => {
    await onGive(said)
    setNote(done)
  }
  return (
    <details className="fold agree-section-answer" data-not-printed="">
      <summary>
        {t('agreement.section-ask')}
        <span className="unseen"> {title}</span>
      </summary>
      <KeptFocus className="stack">
        {mine ? (
          <div className="stack">
            <p className="quiet">{t(mine.ofTheseWords ? 'agreement.mine-till-now' : 'agreement.mine-earlier')}</p>
            <div>
              <AnswerWords answer={mine.answer} words={mine.words} />
              <Through by={mine.by === null ? null : nameOf(mine.by)} acting={mine.acting} advocate={mine.advocate} />
            </div>
            <p className="row">
              <DoIt look="plain" to={title} onDo={() => say(null, t('agreement.taken-back'))}>
                {t('agreement.take-back')}
              </DoIt>
            </p>
          </div>
        ) : null}
        <AnswerForm
          legend={
            <>
              {t('agreement.ask')} <span className="unseen">{title}</span>
            </>
          }
          begun={mine}
          shelf={shelf}
          look="list"
          doIt={t('agreement.give')}
          first={changed}
          onGive={(said) => say(said, t('agreement.given'))}
        />
        <p role="status" tabIndex={-1} className="quiet">
          {note}
        </p>
      </KeptFocus>
    </details>
  )
}
