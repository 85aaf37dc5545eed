import { can, type Voice } from '@withy/shared/access'
import { useRef, useState } from 'react'
import { madeId } from '../../api/made-id.ts'
import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'
import { useAtDevice } from './at-device.tsx'
import { BringFields } from './bring-fields.tsx'
import { useSending } from './use-sending.ts'
import { useRoom } from './use-workshop.ts'

/** Chosen where the words are of somebody who is not in the list: they get a name. */
const SOMEONE_NEW = 'new'

type Author = ReturnType<typeof useAuthor>

/**
 * Whose words are being written: said by one person, typed by another (SPEC WORK-45). Somebody at this device, anybody whose own
 * device is here, or a name without a device.
 */
export function useAuthor() {
  const { people, names, me, live } = useDesk()
  const { take } = useRoom()
  const { seats, seat, choose } = useAtDevice()
  const [elsewhere, setElsewhere] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [voice, setVoice] = useState<Voice | null>(null)
  const [isTried, setIsTried] = useState(false)
  const [newId, setNewId] = useState(madeId)
  const { trouble, send } = useSending()
  /** Whose seat it was before somebody was brought for one idea. */
  const seatBefore = useRef<string | null>(null)
  // Who was here stays in the list: a phone that sleeps takes nobody out of the room.
  const here = useRef(new Set<string>()).current
  const now = useHere(live)
  for (const { person, screen } of now) if (person && !screen) here.add(person)
  const others = people
    .filter(({ id, role }) => id !== me.id && here.has(id) && can(role, 'take-part'))
    .filter(({ id }) => !seats.some((one) => one.id === id))
    .map(({ id, name }) => ({ id, name: names.find((one) => one.id === id)?.name ?? name }))
  const chosen = elsewhere !== null && (elsewhere === SOMEONE_NEW || others.some(({ id }) => id === elsewhere))
  return {
    seats,
    others,
    value: (chosen ? elsewhere : seat?.id) ?? '',
    /** The name of somebody who is not at this device, whose words are written now; null: nobody. */
    writingFor: chosen ? (others.find(({ id }) => id === elsewhere)?.name ?? name.trim()) || null : null,
    name,
    setName,
    voice,
    setVoice,
    isTried,
    trouble,
    choose(who: string) {
      const isSeat = seats.some(({ id }) => id === who)
      setElsewhere(isSeat ? null : who)
      seatBefore.current = null
      if (isSeat) choose(who)
    },
    /** @returns their id in the workshop; null where they could not be brought in */
    async find(): Promise<string | null> {
      if (!chosen) return seat?.id ?? null
      if (elsewhere !== SOMEONE_NEW) return elsewhere
      const said = name.trim()
      setIsTried(true)
      if (said === '' || voice === null) return null
      if (!(await send(() => take({ do: 'bring', id: newId, name: said, voice })))) return null
      setElsewhere(null)
      seatBefore.current = seat?.id ?? null
      choose(newId)
      setName('')
      setVoice(null)
      setIsTried(false)
      setNewId(madeId())
      return newId
    },
    /** Their idea is in: the next one is one's own again, until somebody is chosen for it. */
    done() {
      setElsewhere(null)
      if (seatBefore.current) choose(seatBefore.current)
      seatBefore.current = null
    },
  }
}

/** Who said what is being written. */
export function WhoSaidIt({ seats, others, value, choose, ...bring }: Author) {
  const t = useText()
  return (
    <div className="stack">
      <SelectField
        label={t('workshop-steps.said-by-whom')}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {seats.map(({ id, name, own }) => (
          <option key={id} value={id}>
            {own ? t('workshop-steps.me-name', { name }) : name}
          </option>
        ))}
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={SOMEONE_NEW}>{t('workshop-steps.someone-new')}</option>
      </SelectField>
      {value === SOMEONE_NEW ? (
        <BringFields
          name={bring.name}
          onName={bring.setName}
          voice={bring.voice}
          onVoice={bring.setVoice}
          isTried={bring.isTried}
        />
      ) : null}
    </div>
  )
}
