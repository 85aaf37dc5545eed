import { TALK_IN_COPY, type TalkInCopy } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'

type WithTalkProps = {
  /** Absent: not at all. */
  readonly talk: TalkInCopy | undefined
  readonly onChoose: (talk: TalkInCopy | undefined) => void
}

/** Whether what was said about the plan comes along, and how (SPEC TALK-84). */
export function WithTalk({ talk, onChoose }: WithTalkProps) {
  const t = useText()
  return (
    <div className="stack">
      <SelectField
        label={t('forms.talk')}
        hint={t('forms.talk-hint')}
        value={talk ?? 'none'}
        onChange={({ target }) => onChoose(TALK_IN_COPY.find((one) => one === target.value))}
      >
        {(['none', ...TALK_IN_COPY] as const).map((one) => (
          <option key={one} value={one}>
            {t(`forms.talk-${one}`)}
          </option>
        ))}
      </SelectField>
      <p role="status" className="quiet">
        {talk === 'native' && t('forms.talk-native-about')}
      </p>
    </div>
  )
}
