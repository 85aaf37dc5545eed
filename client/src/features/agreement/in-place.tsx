import { DECIDES_WORDS, filled, type Round } from '@withy/shared/api'
import { useText, useWords } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'

type InPlaceProps = {
  readonly of: NonNullable<Round['decides']>
  readonly isInPlace: boolean
  readonly onChoose: (isInPlace: boolean) => void
}

/** The person is not in the plan: does whoever answers say what they think themselves, or what they decide for the person? (SPEC AGREE-18) */
export function InPlace({ of, isInPlace, onChoose }: InPlaceProps) {
  const t = useText()
  const say = useWords()
  return (
    <Choices
      legend={t('agreement.for-whom')}
      hint={t('agreement.one-answer')}
      value={isInPlace ? 'person' : 'self'}
      onChoose={(whose) => onChoose(whose === 'person')}
      choices={[
        { value: 'self', label: t('agreement.as-myself') },
        {
          value: 'person',
          label: t(`agreement.as-${of.acting}`),
          about: say(filled(DECIDES_WORDS[of.acting], { name: of.name })),
        },
      ]}
    />
  )
}
