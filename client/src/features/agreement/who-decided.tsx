import { DECIDES_WORDS, filled, type SealRecord } from '@withy/shared/api'
import { useText, useWords } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

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
          <Theirs as="blockquote" className="agree-quote">
            {words}
          </Theirs>
        </div>
      ) : null}
    </div>
  )
}
