import { canGive, type Role, type Voice } from '@withy/shared/access'
import type { Invitation, Invite } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { useState } from 'react'
import { invite } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { VOICES_TO_INVITE } from './voices.ts'

const ROLES_OFFERED = ['contributor', 'suggester', 'viewer', 'facilitator'] as const satisfies readonly Role[]

type InviteFormProps = {
  readonly plan: string
  readonly kind: PlanKind
  /** The role of the one who invites. */
  readonly mine: Role
  /** Inviting is the one main thing to do on this page. */
  readonly main: boolean
  /** `goOn`: to what came of it. */
  readonly onMade: (invitation: Invitation, goOn: GoOn) => void
}

/** Chooses what people may do and who they are, then makes a link or a code. */
export function InviteForm({ plan, kind, mine, main, onMade }: InviteFormProps) {
  const t = useText()
  const [role, setRole] = useState<Role>('contributor')
  const [voice, setVoice] = useState<Voice>(kind === 'support' ? 'supporter' : 'resident')
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const make = async (way: Invite['kind']) => {
    const goOn = focusFromHere()
    setBusy(true)
    setErrors([])
    try {
      onMade((await invite(plan, { kind: way, role, voice })).invitation, goOn)
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack">
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      <Choices
        legend={t('share.role')}
        value={role}
        onChoose={setRole}
        choices={ROLES_OFFERED.filter((role) => canGive(mine, role)).map((role) => ({
          value: role,
          label: t(`common.role-${role}`),
          about: t(`common.role-${role}-does`),
        }))}
      />
      <SelectField
        label={t('share.voice')}
        hint={t('share.voice-hint')}
        value={voice}
        onChange={(event) => setVoice(VOICES_TO_INVITE.find((voice) => voice === event.target.value) ?? voice)}
      >
        {VOICES_TO_INVITE.map((voice) => (
          <option key={voice} value={voice}>
            {t(`common.voice-${voice}`)}
          </option>
        ))}
      </SelectField>
      <p className="quiet">{t('share.whole-plan')}</p>
      <div className="row">
        <Button look={main ? 'main' : 'plain'} busy={busy} onClick={() => make('link')}>
          {t('share.make-link')}
        </Button>
        <Button busy={busy} onClick={() => make('code')}>
          {t('share.make-code')}
        </Button>
      </div>
    </div>
  )
}
