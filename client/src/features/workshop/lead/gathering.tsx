import { LIMIT } from '@withy/shared/api'
import { ideasStepOf } from '@withy/shared/protocol'
import { useState } from 'react'
import { madeId } from '../../../api/made-id.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { LineField } from '../line-field.tsx'
import { gathered, stepNow } from '../step-now.ts'
import { useDraft } from '../use-draft.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { draggedIdea, takesIdea } from './drag-idea.ts'

/** Puts ideas that are alike together, by ticks and buttons. */
export function Gathering() {
  const t = useText()
  const { now, ideas, groups, steer } = useRoom()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState('')
  const [id, setId] = useState(madeId)
  const [into, setInto] = useState('')
  const { busy, trouble, send } = useSending()
  const step = stepNow(now)
  const source = step?.kind === 'gather' ? ideasStepOf(now.steps, step.id) : null
  const all = source ? gathered(source, ideas, groups) : []
  if (source === null || all.length === 0) return null
  const alone = all.flatMap((one) => (one.group ? [] : one.ideas))
  const together = all.flatMap((one) => (one.group ? [{ ...one.group, ideas: one.ideas }] : []))
  const chosen = alone.filter((idea) => ticked.has(idea.id)).map((idea) => idea.id)
  const group = together.find((one) => one.id === into) ?? together[0]
  const put = async () => {
    if (chosen.length === 0) return
    if (!(await send(() => steer({ do: 'group', id, step: source, name, ideas: chosen })))) return
    setTicked(new Set())
    setName('')
    setId(madeId())
  }
  const putBeside = async (idea: string, other: string) => {
    if (idea === other) return
    await send(() => steer({ do: 'group', id: madeId(), step: source, name: '', ideas: [idea, other] }))
  }
  const add = async (to: string) => {
    const isIn = await send(async () => {
      for (const idea of chosen) await steer({ do: 'put-in-group', idea, group: to })
    })
    if (isIn) setTicked(new Set())
  }
  return (
    <section className="lead-card" aria-labelledby="lead-gathering">
      <h3 id="lead-gathering" tabIndex={-1}>
        {t('workshop-lead.gather')}
      </h3>
      <form
        className="lead-form"
        onSubmit={(event) => {
          event.preventDefault()
          void put()
        }}
      >
        <fieldset className="choices">
          <legend className="field-label">{t('workshop-lead.gather-tick')}</legend>
          <p className="field-hint lead-drag-hint">{t('workshop-own.gather-drag')}</p>
          {alone.map((idea) => (
            <div key={idea.id} className="lead-drag" {...takesIdea((other) => void putBeside(idea.id, other))}>
              <span className="lead-grip" aria-hidden="true" {...draggedIdea(idea.id)} />
              <Tick
                label={idea.words}
                about={idea.by}
                ticked={ticked.has(idea.id)}
                onTick={(on) =>
                  setTicked(new Set(on ? [...ticked, idea.id] : [...ticked].filter((one) => one !== idea.id)))
                }
              />
            </div>
          ))}
        </fieldset>
        <LineField label={t('workshop-lead.gather-name')} value={name} max={LIMIT.title} onWrite={setName} />
        <div role="alert">{trouble}</div>
        <div className="row">
          <Button type="submit" busy={busy} aria-disabled={chosen.length === 0}>
            {t('workshop-lead.gather-put')}
          </Button>
        </div>
      </form>
      {group ? (
        <>
          <SelectField
            label={t('workshop-lead.gather-into')}
            value={group.id}
            onChange={(event) => setInto(event.target.value)}
          >
            {together.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name || t('workshop.group-unnamed')}
              </option>
            ))}
          </SelectField>
          <div className="row">
            <Button
              busy={busy}
              aria-disabled={chosen.length === 0}
              onClick={() => chosen.length > 0 && void add(group.id)}
            >
              {t('workshop-lead.gather-add')}
            </Button>
          </div>
        </>
      ) : null}
      {together.map((one) => (
        <GroupCard key={one.id} id={one.id} name={one.name} ideas={one.ideas} />
      ))}
    </section>
  )
}

type GroupCardProps = {
  readonly id: string
  readonly name: string
  readonly ideas: readonly { readonly id: string; readonly words: string; readonly by: string }[]
}

/** A group: its name, and its ideas, each of which can be taken out again. */
function GroupCard({ id, name, ideas }: GroupCardProps) {
  const t = useText()
  const { steer } = useRoom()
  const [words, setWords, kept] = useDraft(`group ${id}`, name)
  const { busy, trouble, send } = useSending()
  const rename = async () => {
    if (words !== name && (await send(() => steer({ do: 'name-group', id, name: words })))) kept()
  }
  return (
    <form
      className="lead-group"
      {...takesIdea((idea) => void send(() => steer({ do: 'put-in-group', idea, group: id })))}
      onSubmit={(event) => {
        event.preventDefault()
        void rename()
      }}
    >
      <LineField label={t('workshop-lead.group-name')} value={words} max={LIMIT.title} onWrite={setWords} />
      {words === name ? null : (
        <div className="row">
          <Button type="submit" busy={busy}>
            {t('workshop-lead.group-rename')}
          </Button>
        </div>
      )}
      <div role="alert">{trouble}</div>
      <ul className="list">
        {ideas.map((idea) => (
          <li key={idea.id} className="lead-line lead-drag">
            <span className="lead-grip" aria-hidden="true" {...draggedIdea(idea.id)} />
            <span dir="auto">
              {idea.words} <span className="quiet small">{idea.by}</span>
            </span>
            <Button
              look="quiet"
              aria-label={t('workshop-lead.group-out-name', { words: idea.words })}
              onClick={() => void send(() => steer({ do: 'put-in-group', idea: idea.id, group: null }))}
            >
              {t('workshop-lead.group-out')}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
