import { useState } from 'react'
import { forgetDevice } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { keepName } from './kept-name.ts'

/** Lets this device forget who used it. `onForgotten`: it no longer knows anybody. */
export function ForgetDevice({ onForgotten }: { readonly onForgotten: () => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <section className="stack" aria-labelledby="forget">
      <h2 id="forget">{t('people.forget-title')}</h2>
      <p>{t('people.forget-words')}</p>
      <div className="row">
        <Button look="careful" onClick={() => setAsking(true)}>
          {t('people.forget')}
        </Button>
      </div>
      {asking ? (
        <AskFirst
          title={t('people.forget-ask')}
          words={t('people.forget-words')}
          doIt={t('people.forget-do')}
          cancel={t('common.cancel')}
          sentenceOf={sentenceOf}
          onClose={() => setAsking(false)}
          onDo={async () => {
            await forgetDevice()
            keepName('')
            onForgotten()
          }}
        />
      ) : null}
    </section>
  )
}
