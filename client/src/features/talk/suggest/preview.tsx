import type { SentenceChange } from '@withy/shared/plan'
import type { Ref } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { OfferedWords } from './offered-words.tsx'
import type { Fit } from './standing.ts'

type PreviewProps = {
  readonly ref: Ref<HTMLHeadingElement>
  readonly changes: readonly SentenceChange[]
  /** How each stands to the words as they are in the plan now. */
  readonly fits: readonly Fit[]
  /** Somebody wanted to send it as it is. */
  readonly isMissing: boolean
  /** Begins again with the words as they are now. */
  readonly onAgain: () => void
}

/** What would change in the plan, as it is being written. */
export function Preview({ ref, changes, fits, isMissing, onAgain }: PreviewProps) {
  const t = useText()
  const gone = fits.filter((fit) => fit === 'gone').length
  return (
    <section className="suggest-preview" aria-labelledby="suggest-preview">
      <h3 id="suggest-preview" ref={ref} tabIndex={-1}>
        {t('talk-suggest.preview')}
      </h3>
      <div role="alert">
        {isMissing && (
          <p className="field-error">
            {gone > 0 ? t('talk-suggest.draft-gone', { count: gone }) : t('talk-suggest.nothing')}
          </p>
        )}
      </div>
      {isMissing && gone > 0 && (
        <div className="row">
          <Button onClick={onAgain}>{t('talk-suggest.again')}</Button>
        </div>
      )}
      {changes.length === 0 && !isMissing && <p className="quiet">{t('talk-suggest.nothing')}</p>}
      {changes.length > 0 && (
        <ul className="list offers">
          {changes.map((change, n) => (
            <li key={change.id} className="offer">
              {fits[n] === 'gone' && <p className="offer-about">{t('talk-suggest.draft-changed')}</p>}
              {fits[n] === 'there' && <p className="offer-about">{t('talk-suggest.by-now')}</p>}
              <OfferedWords {...change} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
