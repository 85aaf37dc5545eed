import { LIMIT, type Withdrawal } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { WordsField } from './words-field.tsx'

/** Who no longer agrees to a sealed version: a record of its own beside it. */
export function Withdrawn({ withdrawn }: { readonly withdrawn: readonly Withdrawal[] }) {
  const t = useText()
  const { day } = useDates()
  if (withdrawn.length === 0) return null
  return (
    <section className="notice agree-withdrawn" aria-labelledby="agree-withdrawn">
      <h2 id="agree-withdrawn" className="notice-title">
        {t('agreement.withdrawn')}
      </h2>
      <ul className="list">
        {withdrawn.map(({ name, at, words }) => (
          <li key={`${name} ${at}`}>
            <p>
              <bdi className="agree-name">{name}</bdi> <span className="quiet">{day(at)}</span>
            </p>
            {words ? (
              <blockquote className="agree-quote" dir="auto">
                {words}
              </blockquote>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** I no longer agree: asked first, with words for who wants to say why (SPEC AGREE-61). */
export function WithdrawButton({ onWithdraw }: { readonly onWithdraw: (words: string) => Promise<void> }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [words, setWords] = useState('')
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('agreement.withdraw')}
      </Button>
      {isOpen ? (
        <AskFirst
          title={t('agreement.withdraw-ask')}
          words={
            <>
              <p>{t('agreement.withdraw-words')}</p>
              <WordsField
                id="agree-withdraw"
                label={t('agreement.withdraw-why')}
                max={LIMIT.why}
                value={words}
                onChange={setWords}
              />
            </>
          }
          doIt={t('agreement.withdraw')}
          cancel={t('common.cancel')}
          onDo={() => onWithdraw(words)}
          onClose={() => setIsOpen(false)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </>
  )
}
