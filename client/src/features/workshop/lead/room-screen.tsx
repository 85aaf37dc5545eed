import { LIMIT } from '@withy/shared/api'
import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { usePlanSections } from '../plan-sections.ts'
import { stepNow } from '../step-now.ts'
import { useKeptWords } from '../use-kept-words.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { JoinCode } from './join-code.tsx'
import { lastSaid } from './last-said.ts'
import { LeadPart } from './lead-part.tsx'
import { WrittenElsewhere } from './written-elsewhere.tsx'

/** What the hall sees: the screen on the wall, words along its foot, where everybody is asked to look, and how to join. */
export function RoomScreen() {
  const t = useText()
  const { plan, now, steer } = useRoom()
  const { trouble, send } = useSending()
  return (
    <>
      <LeadPart title={t('workshop-lead.screen')} news={now.frozen ? t('workshop-lead.frozen') : undefined}>
        <a className="link-alone" href={`/plans/${encodeURIComponent(plan)}/screen`} target="_blank" rel="noreferrer">
          {t('workshop-lead.open-screen')}
        </a>
        <div role="alert">{trouble}</div>
        <div className="row">
          <Button aria-pressed={now.frozen} onClick={() => void send(() => steer({ do: 'freeze', on: !now.frozen }))}>
            {t('workshop-lead.freeze')}
          </Button>
        </div>
        <Caption />
      </LeadPart>
      <Call />
      <JoinCode />
    </>
  )
}

/** What is typed stays to be read again, and from here on goes from the front: nobody who captions is ever stopped. */
const IN_FIELD = 20 * LIMIT.caption

/** A helper types or pastes what is said, and the screen shows it along its foot. */
function Caption() {
  const t = useText()
  const { now, steer } = useRoom()
  const { words, kept, write, ...elsewhere } = useKeptWords({
    server: now.caption,
    cut: lastSaid,
    save: (words, was) => steer({ do: 'caption', words: lastSaid(words), was }),
  })
  return (
    <div className="field">
      <label className="field-label" htmlFor="lead-caption">
        {t('workshop-lead.caption')}
      </label>
      <p className="field-hint" id="lead-caption-hint">
        {t('workshop-lead.caption-hint')}
      </p>
      <textarea
        dir="auto"
        id="lead-caption"
        aria-describedby="lead-caption-hint"
        className="field-control"
        rows={2}
        value={words}
        onChange={(event) => write(event.target.value.slice(-IN_FIELD))}
      />
      <WrittenElsewhere {...elsewhere} />
      {kept === 'waiting' ? <p role="status">{t('workshop-lead.not-sent')}</p> : null}
      <div className="row">
        <Button aria-disabled={words === ''} onClick={() => words !== '' && write('')}>
          {t('workshop-lead.caption-clear')}
        </Button>
      </div>
    </div>
  )
}

/** Asks everybody to look at a section. Nobody is taken there. */
function Call() {
  const t = useText()
  const { now, steer } = useRoom()
  const sections = usePlanSections()
  const [chosen, setChosen] = useState<string | null>(null)
  const { trouble, send } = useSending()
  const section = chosen ?? stepNow(now)?.section ?? sections[0]?.id ?? ''
  const called = sections.find(({ id }) => id === now.called)
  return (
    <LeadPart title={t('workshop-lead.call')} news={called?.title}>
      <SelectField
        label={t('workshop-lead.call-where')}
        hint={t('workshop-lead.call-hint')}
        value={section}
        onChange={(event) => setChosen(event.target.value)}
      >
        {sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <div role="alert">{trouble}</div>
      {called ? <p>{t('workshop-lead.called', { section: called.title })}</p> : null}
      <div className="row">
        <Button onClick={() => void send(() => steer({ do: 'call', section }))}>{t('workshop-lead.call-go')}</Button>
        {now.called === null ? null : (
          <Button onClick={() => void send(() => steer({ do: 'call', section: null }))}>
            {t('workshop-lead.call-stop')}
          </Button>
        )}
      </div>
    </LeadPart>
  )
}
