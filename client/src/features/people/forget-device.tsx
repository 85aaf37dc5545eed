import { useState } from 'react'
import { forgetDevice } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { copiesHoldWords, readyToForget, tellOtherTabs } from './forgotten.ts'
import { keepName } from './kept-name.ts'
import { PrivateLink, type useWayBack } from './way-back.tsx'

type ForgetDeviceProps = {
  /** It no longer knows anybody. */
  readonly onForgotten: () => void
  readonly wayBack: ReturnType<typeof useWayBack>
  /** Titles of the plans they own. */
  readonly owned: readonly string[]
}

/** Lets this device forget who used it. */
export function ForgetDevice({ onForgotten, wayBack, owned }: ForgetDeviceProps) {
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
              <p>{t(wayBack.link ? 'people.forget-words' : 'people.forget-unseen')}</p>
              {owned.length > 0 ? (
                <>
                  <p>{t('people.forget-owned')}</p>
                  <ul>
                    {owned.map((title, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: plans may have the same title, and the list does not change
                      <li key={at}>
                        <bdi>{title}</bdi>
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
              <PrivateLink {...wayBack} />
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
