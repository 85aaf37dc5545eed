import { LIMIT, NEEDS, type Needs } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { useDraft } from '../drafts.ts'
import type { FromPage } from '../from-page.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WordsField } from '../words-field.tsx'

/** "How I communicate": for those who want to say. It sets this device's pages, and only the facilitators see it (SPEC WORK-51). */
export function NeedsCard({ onNeeds }: Pick<FromPage, 'onNeeds'>) {
  const t = useText()
  const { now, mine, take } = useRoom()
  const kept = mine?.needs ?? null
  const [ticks, setTicks] = useState<Needs['ticks']>(kept?.ticks ?? [])
  const { draft, words, write, clear } = useDraft(now.id, 'needs')
  const [isKept, setIsKept] = useState(false)
  const { busy, trouble, send } = useSending()
  const said = draft ? words : (kept?.words ?? '')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await send(() => take({ do: 'come-in', needs: { ticks, words: said } })))) return
    onNeeds(ticks)
    clear()
    setIsKept(true)
  }
  return (
    <form className="stack" onSubmit={keep} aria-labelledby="needs-title">
      <h3 id="needs-title">{t('workshop-steps.needs')}</h3>
      <p className="quiet">{t('workshop-steps.needs-about')}</p>
      <div className="choices-list">
        {NEEDS.map((need) => (
          <Tick
            key={need}
            label={t(`workshop-steps.need-${need}`)}
            ticked={ticks.includes(need)}
            onTick={(on) => {
              setIsKept(false)
              setTicks(on ? [...ticks, need] : ticks.filter((each) => each !== need))
            }}
          />
        ))}
      </div>
      <WordsField
        label={t('workshop-steps.needs-words')}
        value={said}
        rows={2}
        max={LIMIT.needs}
        onWrite={(next) => {
          setIsKept(false)
          write(next)
        }}
      />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-steps.needs-keep')}
        </Button>
        <p role="status">{isKept ? t('workshop-steps.needs-kept') : ''}</p>
      </div>
    </form>
  )
}
