import { can, canGive, ROLES, type Role, type Voice } from '@withy/shared/access'
import { isUnnamed, LIMIT, type PlanFacts } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { useState } from 'react'
import { changePerson, handOver, removePerson } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { keepName } from './kept-name.ts'
import { LinksThatEnd } from './links-that-end.tsx'
import { voicesOf } from './voices.ts'
import { withdrawAll } from './withdraw-all.ts'

const NAME_FIELD = 'person-name'

type PersonDialogProps = {
  readonly facts: PlanFacts
  readonly me: Person
  readonly person: Person
  /** As the list shows it. */
  readonly name: string
  readonly onChanged: () => Promise<void>
  /** What was changed here is kept. */
  readonly onSaved: () => void
  readonly onLeft: () => void
  readonly onClose: () => void
}

/** What may be changed about one person: oneself (name, voice, leaving) or another (role, removing, handing over). */
export function PersonDialog({ facts, me, person, name, onChanged, onSaved, onLeft, onClose }: PersonDialogProps) {
  const t = useText()
  const mine = person.id === me.id
  const [asking, setAsking] = useState<'remove' | 'leave' | 'hand-over' | null>(null)
  const [change, setChange] = useState<Change>({
    role: person.role,
    name: isUnnamed(person) ? '' : person.name,
    voice: person.voice,
  })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const [withdraw, setWithdraw] = useState(false)
  const save = async () => {
    if (mine && !change.name.trim()) return setErrors([{ field: NAME_FIELD, sentence: t('common.name-missing') }])
    setBusy(true)
    setErrors([])
    try {
      await changePerson(facts.id, person.id, changed(person, change))
      if (mine) keepName(change.name.trim())
      await onChanged()
      onSaved()
      onClose()
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  const ask = { cancel: t('common.cancel'), onClose: () => setAsking(null), sentenceOf }
  return (
    <Dialog title={mine ? t('people.me') : name} close={t('common.cancel')} onClose={onClose}>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      {mine ? (
        <MyFields facts={facts} person={person} change={change} onChange={setChange} errors={errors} />
      ) : (
        <Choices
          legend={t('people.role')}
          value={change.role}
          onChoose={(role) => setChange({ ...change, role })}
          choices={[...ROLES]
            .filter((role) => canGive(me.role, role))
            .map((role) => ({
              value: role,
              label: t(`common.role-${role}`),
              about: t(`common.role-${role}-does`),
            }))}
        />
      )}
      <div className="row">
        <Button look="main" busy={busy} onClick={save}>
          {t('common.save')}
        </Button>
      </div>
      <div className="row person-more">
        {mine ? (
          <Button look="careful" onClick={() => setAsking('leave')}>
            {t('people.leave')}
          </Button>
        ) : (
          <>
            {can(me.role, 'hand-over') ? (
              <Button onClick={() => setAsking('hand-over')}>{t('people.hand-over')}</Button>
            ) : null}
            {can(me.role, 'remove-people') ? (
              <Button look="careful" onClick={() => setAsking('remove')}>
                {t('people.remove')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {asking === 'leave' ? (
        <AskFirst
          {...ask}
          title={t('people.leave-ask')}
          words={t('people.leave-words')}
          doIt={t('people.leave-do')}
          onDo={async () => {
            await removePerson(facts.id, person.id)
            onLeft()
          }}
        />
      ) : null}
      {asking === 'remove' ? (
        <AskFirst
          {...ask}
          title={t('people.remove-ask', { name })}
          words={
            <>
              <p>{t('people.remove-words')}</p>
              <LinksThatEnd plan={facts.id} person={person.id} />
              <Tick
                label={t('people.remove-withdraw')}
                about={t('people.remove-withdraw-about')}
                ticked={withdraw}
                onTick={setWithdraw}
              />
            </>
          }
          doIt={t('people.remove-do')}
          onDo={async () => {
            // First: where it goes wrong, the person is still here to be taken out by the next press.
            if (withdraw) await withdrawAll(facts.id)
            await removePerson(facts.id, person.id)
            await onChanged()
            onClose()
          }}
        />
      ) : null}
      {asking === 'hand-over' ? (
        <AskFirst
          {...ask}
          title={t('people.hand-over-ask', { name })}
          words={t('people.hand-over-words')}
          doIt={t('people.hand-over-do')}
          onDo={async () => {
            await handOver(facts.id, person.id)
            await onChanged()
            onClose()
          }}
        />
      ) : null}
    </Dialog>
  )
}

type Change = { readonly role: Role; readonly name: string; readonly voice: Voice }

/** Only what differs, as the endpoint asks. */
const changed = (person: Person, { role, name, voice }: Change) => ({
  ...(role === person.role ? {} : { role }),
  ...(name.trim() === person.name ? {} : { name: name.trim() }),
  ...(voice === person.voice ? {} : { voice }),
})

type MyFieldsProps = {
  readonly facts: PlanFacts
  readonly person: Person
  readonly change: Change
  readonly onChange: (change: Change) => void
  readonly errors: readonly FieldError[]
}

function MyFields({ facts, person, change, onChange, errors }: MyFieldsProps) {
  const t = useText()
  // The person's own seat is not a voice to pick or drop here.
  const voices = person.seat ? [person.voice] : voicesOf(facts.kind).filter((voice) => voice !== 'person')
  return (
    <>
      <TextField
        id={NAME_FIELD}
        label={t('common.name')}
        error={errors.find(({ field }) => field === NAME_FIELD)?.sentence}
        value={change.name}
        maxLength={LIMIT.name}
        autoComplete="name"
        onChange={(event) => onChange({ ...change, name: event.target.value })}
      />
      <SelectField
        label={t('join.voice')}
        hint={t('join.voice-hint')}
        value={change.voice}
        onChange={(event) =>
          onChange({ ...change, voice: voices.find((voice) => voice === event.target.value) ?? change.voice })
        }
      >
        {voices.map((voice) => (
          <option key={voice} value={voice}>
            {t(`common.voice-${voice}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}
