import { type ReactNode, useId } from 'react'
import { useText } from '../../text/use-text.ts'

type SuggestionLineProps = {
  readonly id: string
  /** In their words; '' none are known. */
  readonly why: string
  /** Says who suggests. */
  readonly words: string
  readonly isOver: boolean
  readonly about: ReactNode
  /** The way to the words it is about: there it is read and decided. */
  readonly more: ReactNode
}

/** That somebody suggests other words, in the list of all that is said. */
export function SuggestionLine({ id, why, words, isOver, about, more }: SuggestionLineProps) {
  const t = useText()
  const label = useId()
  return (
    <article className="talk-thread" aria-labelledby={label} data-thread={id} tabIndex={-1}>
      {about}
      <p id={label}>
        <strong>{words}</strong>
      </p>
      {why && (
        <p className="talk-words" dir="auto">
          {t('talk-suggest.why-said', { why })}
        </p>
      )}
      {isOver && <p className="talk-settled">{t('talk-waiting.decided')}</p>}
      <div className="talk-do">{more}</div>
    </article>
  )
}
