import { can } from '@withy/shared/access'
import { useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { LeadPart } from './lead-part.tsx'

/** Who leads now. Any facilitator may take the chair, also when the laptop of the one who had it has died: it locks nothing. */
export function Chair() {
  const t = useText()
  const { people, me, names } = useDesk()
  const { now, desk, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const [to, setTo] = useState('')
  const isMine = desk?.chair === me.id
  const others = people.filter(({ id, role }) => can(role, 'run-workshop') && id !== me.id && id !== desk?.chair)
  const next = others.find(({ id }) => id === to) ?? others[0]
  const give = (person: string) => void send(() => steer({ do: 'chair', person }))
  const leads = isMine
    ? t('workshop-lead.chair-mine')
    : now.chair === ''
      ? t('workshop-lead.chair-nobody')
      : t('workshop-lead.chair-is', { name: now.chair })
  return (
    <LeadPart title={t('workshop-lead.chair')} news={leads}>
      <div role="alert">{trouble}</div>
      {isMine ? null : (
        <div className="row">
          <Button busy={busy} onClick={() => give(me.id)}>
            {t('workshop-lead.chair-take')}
          </Button>
        </div>
      )}
      {next ? (
        <>
          <SelectField
            label={t('workshop-lead.chair-to')}
            value={next.id}
            onChange={(event) => setTo(event.target.value)}
          >
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {names.find((one) => one.id === id)?.name ?? name}
              </option>
            ))}
          </SelectField>
          <div className="row">
            <Button busy={busy} onClick={() => give(next.id)}>
              {t('workshop-lead.chair-give')}
            </Button>
          </div>
        </>
      ) : (
        <p className="quiet">{t('workshop-lead.chair-alone')}</p>
      )}
    </LeadPart>
  )
}
