import { VOICES, type Voice } from '@withy/shared/access'
import { LIMIT } from '@withy/shared/api'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { SelectField, TextField } from '../../ui/field.tsx'

type BringFieldsProps = {
  readonly name: string
  readonly onName: (name: string) => void
  /** null: not chosen yet. Nobody's voice is chosen for them. */
  readonly voice: Voice | null
  readonly onVoice: (voice: Voice | null) => void
  /** Whether to say what is missing: somebody has tried to go on. */
  readonly isTried: boolean
}

/** The name and the voice of somebody without a device. */
export function BringFields({ name, onName, voice, onVoice, isTried }: BringFieldsProps) {
  const t = useText()
  const { template } = useDesk()
  const voices = VOICES.filter((one) => template.kind === 'support' || one !== 'person')
  return (
    <>
      <TextField
        label={t('workshop-steps.their-name')}
        value={name}
        error={isTried && name.trim() === '' ? t('workshop-safe.name-first') : undefined}
        maxLength={LIMIT.name}
        autoComplete="off"
        onChange={(event) => onName(event.target.value)}
      />
      <SelectField
        label={t('workshop-steps.their-voice')}
        value={voice ?? ''}
        error={isTried && voice === null ? t('workshop-safe.voice-first') : undefined}
        onChange={(event) => onVoice(voices.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{t('workshop-safe.voice-choose')}</option>
        {voices.map((one) => (
          <option key={one} value={one}>
            {t(`common.voice-${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}
