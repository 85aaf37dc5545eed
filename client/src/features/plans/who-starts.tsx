import { VOICES, type Voice } from '@withy/shared/access'
import { LIMIT } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'

type WhoStartsProps = {
  /** Ids of the two fields, which an error summary links to. */
  readonly ids: { readonly name: string; readonly voice: string }
  /** Null: not chosen yet. Only a plan about one person has that person's voice. */
  readonly kind: PlanKind | null
  readonly name: string
  readonly voice: Voice | null
  readonly errorOf: (field: string) => string | undefined
  readonly onName: (name: string) => void
  readonly onVoice: (voice: Voice) => void
}

/** Who somebody is in a plan they are about to start: their name, and the voice they have in it. */
export function WhoStarts({ ids, kind, name, voice, errorOf, onName, onVoice }: WhoStartsProps) {
  const t = useText()
  return (
    <>
      <TextField
        id={ids.name}
        label={t('common.name')}
        hint={t('start.name-hint')}
        error={errorOf(ids.name)}
        value={name}
        onChange={(event) => onName(event.target.value)}
        maxLength={LIMIT.name}
        autoComplete="name"
        autoCapitalize="words"
      />
      <Choices
        id={ids.voice}
        legend={t('join.voice')}
        hint={t('join.voice-hint')}
        error={errorOf(ids.voice)}
        value={voice}
        onChoose={onVoice}
        choices={VOICES.filter((voice) => kind === 'support' || voice !== 'person').map((voice) => ({
          value: voice,
          label: voice === 'person' ? t('start.voice-me') : t(`common.voice-${voice}`),
        }))}
      />
    </>
  )
}
