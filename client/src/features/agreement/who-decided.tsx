import { DECIDES_WORDS, filled, type SealRecord } from '@withy/shared/api'
import { useText, useWords } from '../../text/use-text.ts'

type WhoDecidedProps = { readonly decides: Pick<NonNullable<SealRecord['decides']>, 'acting' | 'name' | 'words'> }

/** Who decides for a person who cannot, and how that is known: to be read while people are asked, and once it is sealed. */
export function WhoDecided({ decides: { acting, name, words } }: WhoDecidedProps) {
  const t = useText()
  const say = useWords()
  return (
    <div className="stack">
      <p>{say(filled(DECIDES_WORDS[acting], { name }))}</p>
      {words ? (
        <div>
          <p>{t('agreement.decides-words-said')}</p>
          <blockquote className="agree-quote" dir="auto">
            {words}
          </blockquote>
        </div>
      ) : null}
    </div>
  )
}
