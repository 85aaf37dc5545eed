import { useState } from 'react'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useLinkStage } from '../../../live/use-live.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { usePlanSections } from '../plan-sections.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { boxesIn, putInPlan, type ToPut } from './put-in-plan.ts'

/** Chooses a box of the plan, and puts an idea or a group there. */
export function PutInPlanForm({ what }: { readonly what: ToPut }) {
  const t = useText()
  const lang = useLanguage()
  const announce = useAnnounce()
  const { live, template, me } = useDesk()
  const stage = useLinkStage(live)
  const { now, desk, steer } = useRoom()
  const sections = usePlanSections()
  const meant = now.steps.find(({ id }) => id === what.ideas[0]?.step)?.section
  const [section, setSection] = useState(meant ?? sections[0]?.id ?? '')
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { busy, trouble, send } = useSending()
  const boxes = boxesIn(live, template, section, lang)
  const box = boxes.find(({ key }) => key === chosen) ?? boxes[0]
  const titleOf = ({ title, content }: (typeof boxes)[number]) =>
    title || t(content.type === 'text' ? 'workshop-lead.own-text' : 'workshop-lead.own-actions')

  const put = async () => {
    const isLost = stage !== 'open'
    setProblem(isLost ? t('workshop-lead.put-lost') : what.words === '' ? t('workshop-lead.put-unnamed') : null)
    if (isLost || what.words === '' || !box) return
    const others = Object.entries(desk?.authors ?? {}).filter(([, person]) => person !== me.id)
    const place = putInPlan(what, {
      ...{ live, template, lang, section, box: box.key },
      workshop: now.id,
      on: dayIn(now.since),
      authors: Object.fromEntries(others),
    })
    if (!place) return setProblem(t('workshop-lead.put-gone'))
    const isTold = await send(async () => {
      for (const { id, why } of what.ideas) await steer({ do: 'fate', idea: id, fate: 'in-plan', why, place })
    })
    if (isTold) announce({ kind: 'done', sentence: t('workshop-lead.put-done', { box: titleOf(box) }) })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void put()
      }}
    >
      <SelectField
        label={t('workshop-lead.put-section')}
        value={section}
        onChange={(event) => {
          setSection(event.target.value)
          setChosen(null)
        }}
      >
        {sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('workshop-lead.put-box')}
        value={box?.key}
        onChange={(event) => setChosen(event.target.value)}
      >
        {boxes.map((one) => (
          <option key={one.key} value={one.key}>
            {titleOf(one)}
          </option>
        ))}
      </SelectField>
      <div role="alert">{problem ?? trouble}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('workshop-lead.put')}
        </Button>
      </div>
    </form>
  )
}

/** The day of a moment where this device is, YYYY-MM-DD. */
function dayIn(when: number): string {
  const day = new Date(when)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
