import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Those who wait to be let in. */
export function Lobby() {
  const t = useText()
  const { desk, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const waiting = desk?.people.filter((person) => person.waiting) ?? []
  if (waiting.length === 0) return null
  const letIn = (all: typeof waiting) =>
    void send(async () => {
      for (const { id } of all) await steer({ do: 'let-in', who: id })
    })
  return (
    <section className="lead-card" aria-labelledby="lead-lobby">
      <div role="status">
        <h3 id="lead-lobby" tabIndex={-1}>
          {t('workshop-lead.waiting', { count: waiting.length })}
        </h3>
      </div>
      <div role="alert">{trouble}</div>
      <ul className="list">
        {waiting.map((person) => (
          <li key={person.id} className="lead-line">
            <span>
              <strong>{person.name}</strong> <span className="quiet">{t(`common.voice-${person.voice}`)}</span>
            </span>
            <Button
              busy={busy}
              aria-label={t('workshop-lead.let-in-name', { name: person.name })}
              onClick={() => letIn([person])}
            >
              {t('workshop-lead.let-in')}
            </Button>
          </li>
        ))}
      </ul>
      {waiting.length > 1 ? (
        <div className="row">
          <Button busy={busy} onClick={() => letIn(waiting)}>
            {t('workshop-lead.let-in-all', { count: waiting.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Whether people wait to be let in, or come straight into the room. */
export function LobbySwitch() {
  const t = useText()
  const { desk, steer } = useRoom()
  const { trouble, send } = useSending()
  return (
    <>
      <Tick
        label={t('workshop-lead.lobby')}
        ticked={desk?.lobby ?? false}
        onTick={(on) => void send(() => steer({ do: 'lobby', on }))}
      />
      <div role="alert">{trouble}</div>
    </>
  )
}
