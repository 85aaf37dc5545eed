import { DECIDING, LIMIT } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import { WordsField } from './words-field.tsx'

/** Whether the person decides themselves, or who acts for them. */
export type Decides =
  | { readonly is: 'person' }
  | {
      readonly is: 'other'
      readonly acting: (typeof DECIDING)[number] | null
      /** Their id; '': not said yet who. */
      readonly person: string
      readonly words: string
    }

/** Not said yet who. */
export const SOMEBODY = { is: 'other', acting: null, person: '', words: '' } as const satisfies Decides

type WhoDecidesProps = {
  readonly name: string
  /** Whether that they cannot decide is said already. Else it is the person who is asked. */
  readonly isForThem: boolean
  /** Who can: of the plan, and not the person. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly decides: Decides
  readonly onDecides: (decides: Decides) => void
}

/** In a plan about one person: can they decide this themselves? If not, who acts for them is written down. */
export function WhoDecides({ name, isForThem, people, decides, onDecides }: WhoDecidesProps) {
  const t = useText()
  return (
    <>
      {isForThem ? null : (
        <Choices
          legend={t('agreement.decides')}
          value={decides.is}
          onChoose={(is) => onDecides(is === 'person' ? { is } : SOMEBODY)}
          choices={[
            { value: 'person', label: t('agreement.decides-person') },
            { value: 'other', label: t('agreement.decides-other') },
          ]}
        />
      )}
      {decides.is === 'other' ? (
        <div className="stack agree-inside">
          <Choices
            id="agree-acting"
            legend={isForThem ? t('agreement.decides-as', { name }) : t('agreement.decides-as-me')}
            value={decides.acting}
            onChoose={(acting) => onDecides({ ...decides, acting })}
            choices={DECIDING.map((value) => ({
              value,
              label: t(`agreement.acting-${value}`),
              about: isForThem
                ? t(`agreement.acting-${value}-about`, { name })
                : t(`agreement.acting-${value}-about-me`),
            }))}
          />
          <SelectField
            id="agree-decides-person"
            label={t('agreement.decides-person-who')}
            hint={t('agreement.decides-person-hint')}
            value={decides.person}
            onChange={(event) => onDecides({ ...decides, person: event.target.value })}
          >
            <option value="">{t('agreement.for-choose')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
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
