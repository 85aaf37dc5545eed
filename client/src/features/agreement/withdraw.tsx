import { LIMIT, type Withdrawal } from '@withy/shared/api'
import { useState } from 'react'
import type { Sealed } from '../../api/agreement.ts'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { Through } from './through.tsx'
import { WordsField } from './words-field.tsx'

/** Who no longer agrees to a sealed version: a record of its own beside it. */
export function Withdrawn({ withdrawn }: { readonly withdrawn: readonly Withdrawal[] }) {
  const t = useText()
  const { day } = useDates()
  if (withdrawn.length === 0) return null
  return (
    <section className="notice agree-withdrawn" aria-labelledby="agree-withdrawn">
      <h2 id="agree-withdrawn" className="notice-title" tabIndex={-1}>
        {t('agreement.withdrawn')}
      </h2>
      <ul className="list">
        {withdrawn.map(({ name, at, words, by }) => (
          <li key={`${name} ${at}`}>
            <p>
              <bdi className="agree-name">{name}</bdi> <span className="quiet">{day(at)}</span>
            </p>
            <Through by={by} acting={null} advocate="" />
            {words ? (
              <Theirs as="blockquote" className="agree-quote">
                {words}
              </Theirs>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

type WithdrawButtonProps = {
  /** `goOn`: to what came of it. */
  readonly onWithdraw: (words: string, goOn: GoOn) => Promise<void>
}

/** The dialog gives the focus back to its button: from there it goes on. */
type Open = { readonly goOn: GoOn }

/** I no longer agree: asked first, with words for who wants to say why (SPEC AGREE-61). */
export function WithdrawButton({ onWithdraw }: WithdrawButtonProps) {
  const t = useText()
  const [open, setOpen] = useState<Open | null>(null)
  const [words, setWords] = useState('')
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen({ goOn: focusFromHere() })}>
        {t('agreement.withdraw')}
      </Button>
      {open ? (
        <AskFirst
          title={t('agreement.withdraw-ask')}
          words={
            <>
              <p>{t('agreement.withdraw-words')}</p>
              <Why value={words} onChange={setWords} />
            </>
          }
          doIt={t('agreement.withdraw')}
          cancel={t('common.cancel')}
          onDo={() => onWithdraw(words, open.goOn)}
          onClose={() => setOpen(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </>
  )
}

type WithdrawForProps = {
  /** Whose agreement was passed on. */
  readonly people: Sealed['mayWithdraw']
  /** `goOn`: to what came of it. */
  readonly onWithdraw: (person: string, words: string, goOn: GoOn) => Promise<void>
}

/** Somebody without a device no longer agrees, and somebody passes it on: whose it is, is asked first (SPEC AGREE-34). */
export function WithdrawForButton({ people, onWithdraw }: WithdrawForProps) {
  const t = useText()
  const [open, setOpen] = useState<Open | null>(null)
  const [person, setPerson] = useState('')
  const [words, setWords] = useState('')
  const whose = people.find((one) => one.person === person) ?? people[0]
  if (!whose) return null
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen({ goOn: focusFromHere() })}>
        {t('agreement.withdraw-for')}
      </Button>
      {open ? (
        <AskFirst
          title={t('agreement.withdraw-for-ask', { name: whose.name })}
          words={
            <>
              <SelectField
                label={t('agreement.withdraw-for-whom')}
                value={whose.person}
                onChange={(event) => setPerson(event.target.value)}
              >
                {people.map(({ person, name }) => (
                  <option key={person} value={person}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <p>{t('agreement.withdraw-for-words', { name: whose.name })}</p>
              <Why value={words} onChange={setWords} />
            </>
          }
          doIt={t('agreement.withdraw-for-do', { name: whose.name })}
          cancel={t('common.cancel')}
          onDo={() => onWithdraw(whose.person, words, open.goOn)}
          onClose={() => setOpen(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </>
  )
}

function Why({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const t = useText()
  return (
    <WordsField
      id="agree-withdraw"
      label={t('agreement.withdraw-why')}
      max={LIMIT.why}
      value={value}
      onChange={onChange}
    />
  )
}
