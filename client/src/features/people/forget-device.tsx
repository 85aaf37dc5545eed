import { useState } from 'react'
import { forgetDevice } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { tellOtherTabs } from './forgotten.ts'
import { keepName } from './kept-name.ts'

type ForgetDeviceProps = {
  /** It no longer knows anybody. */
  readonly onForgotten: () => void
  /** Shows the private link; absent where it has been seen. */
  readonly showLink: (() => void) | null
}

/** Lets this device forget who used it. */
export function ForgetDevice({ onForgotten, showLink }: ForgetDeviceProps) {
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
          words={
            showLink ? (
              <>
                <p>{t('people.forget-unseen')}</p>
                <div className="row">
                  <Button
                    onClick={() => {
                      setAsking(false)
                      showLink()
                    }}
                  >
                    {t('people.way-back-show')}
                  </Button>
                </div>
              </>
            ) : (
              t('people.forget-words')
            )
          }
          doIt={t('people.forget-do')}
          cancel={t('common.cancel')}
          sentenceOf={sentenceOf}
          onClose={() => setAsking(false)}
          onDo={async () => {
            await forgetDevice()
            keepName('')
            tellOtherTabs()
            onForgotten()
          }}
        />
      ) : null}
    </section>
  )
}
