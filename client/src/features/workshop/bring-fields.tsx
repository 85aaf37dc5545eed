import { VOICES, type Voice } from '@withy/shared/access'
import { LIMIT } from '@withy/shared/api'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { SelectField, TextField } from '../../ui/field.tsx'

type BringFieldsProps = {
  readonly name: string
  readonly onName: (name: string) => void
  readonly voice: Voice
  readonly onVoice: (voice: Voice) => void
}

/** The name and the voice of somebody without a device. */
export function BringFields({ name, onName, voice, onVoice }: BringFieldsProps) {
  const t = useText()
  const { template } = useDesk()
  const voices = VOICES.filter((one) => template.kind === 'support' || one !== 'person')
  return (
    <>
      <TextField
        label={t('workshop-steps.their-name')}
        value={name}
        maxLength={LIMIT.name}
        autoComplete="off"
        onChange={(event) => onName(event.target.value)}
      />
      <SelectField
        label={t('workshop-steps.their-voice')}
        value={voice}
        onChange={(event) => onVoice(voices.find((one) => one === event.target.value) ?? voice)}
      >
        {voices.map((one) => (
          <option key={one} value={one}>
            {t(`common.voice-${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}
