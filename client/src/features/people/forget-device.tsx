import { useState } from 'react'
import { forgetDevice } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { copiesHoldWords, readyToForget, tellOtherTabs } from './forgotten.ts'
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
  const [unsent, setUnsent] = useState(false)
  return (
    <section className="stack" aria-labelledby="forget">
      <h2 id="forget">{t('people.forget-title')}</h2>
      <p>{t('people.forget-words')}</p>
      <div className="row">
        <Button
          look="careful"
          onClick={() => {
            setAsking(true)
            void copiesHoldWords().then(setUnsent)
          }}
        >
          {t('people.forget')}
        </Button>
      </div>
      {asking ? (
        <AskFirst
          title={t('people.forget-ask')}
          words={
            <>
              {unsent ? <p>{t('people.forget-unsent')}</p> : null}
              <p>{t(showLink ? 'people.forget-unseen' : 'people.forget-words')}</p>
              {showLink ? (
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
              ) : null}
            </>
          }
          doIt={t('people.forget-do')}
          cancel={t('common.cancel')}
          sentenceOf={sentenceOf}
          onClose={() => setAsking(false)}
          onDo={async () => {
            const forget = await readyToForget()
            await forgetDevice()
            keepName('')
            tellOtherTabs()
            await forget()
            onForgotten()
          }}
        />
      ) : null}
    </section>
  )
}
