import { DECIDING, LIMIT } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { WordsField } from './words-field.tsx'

/** Whether the person decides themselves, or who acts for them. */
export type Decides =
  | { readonly is: 'person' }
  | {
      readonly is: 'other'
      readonly acting: (typeof DECIDING)[number] | null
      readonly name: string
      readonly words: string
    }

/** Not said yet who. */
export const SOMEBODY = { is: 'other', acting: null, name: '', words: '' } as const satisfies Decides

type WhoDecidesProps = {
  readonly name: string
  /** Whether that they cannot decide is said already. */
  readonly isForThem: boolean
  readonly decides: Decides
  readonly onDecides: (decides: Decides) => void
}

/** In a plan about one person: can they decide this themselves? If not, who acts for them is written down. */
export function WhoDecides({ name, isForThem, decides, onDecides }: WhoDecidesProps) {
  const t = useText()
  return (
    <>
      {isForThem ? null : (
        <Choices
          legend={t('agreement.decides', { name })}
          value={decides.is}
          onChoose={(is) => onDecides(is === 'person' ? { is } : SOMEBODY)}
          choices={[
            { value: 'person', label: t('agreement.decides-person', { name }) },
            { value: 'other', label: t('agreement.decides-other') },
          ]}
        />
      )}
      {decides.is === 'other' ? (
        <div className="stack agree-inside">
          <Choices
            id="agree-acting"
            legend={t('agreement.decides-as', { name })}
            value={decides.acting}
            onChoose={(acting) => onDecides({ ...decides, acting })}
            choices={DECIDING.map((value) => ({
              value,
              label: t(`agreement.acting-${value}`),
              about: t(`agreement.acting-${value}-about`, { name }),
            }))}
          />
          <TextField
            id="agree-decides-name"
            label={t('agreement.decides-name')}
            autoComplete="off"
            maxLength={LIMIT.name}
            value={decides.name}
            onChange={(event) => onDecides({ ...decides, name: event.target.value })}
          />
          <WordsField
            id="agree-decides-words"
            label={t('agreement.decides-words')}
            hint={t('agreement.decides-words-hint')}
            max={LIMIT.why}
            value={decides.words}
            onChange={(words) => onDecides({ ...decides, words })}
          />
        </div>
      ) : null}
    </>
  )
}
