import { easyKey, type Plan, sidesOfRow } from '@withy/shared/plan'
import { useContext, useEffect, useState } from 'react'
import type { LivePlan } from '../../../live/live-plan.ts'
import { openTexts } from '../../../text/language.ts'
import { useLanguage } from '../../../text/use-text.ts'
import { reach } from '../../../ui/reach.ts'
import { PlanLanguage, useSpoken } from '../../../ui/theirs.tsx'
import type { EasyRead } from './easy-read.tsx'

type EasyReadSlotProps = {
  readonly planId: string
  /** Where the plan is open, and not only read. */
  readonly live?: LivePlan
  readonly plan: Plan
  readonly section: string
  readonly level?: number
}

/** The easy words of a section of a plan that is only read. What draws them is fetched where there are some. */
export function EasyReadSlot({ planId, live, plan, section, level }: EasyReadSlotProps) {
  const content = plan.boxes[easyKey(section)]
  const rows = content?.type === 'list' ? content.items : []
  const [drawn, setDrawn] = useState<{ readonly EasyRead: typeof EasyRead } | null>(null)
  const reader = useLanguage()
  const said = useSpoken()
  const spoken = useContext(PlanLanguage)
  const isNeeded = rows.length > 0
  useEffect(() => {
    let isHere = true
    // Where it cannot be had the words are said without pictures: nothing of a plan is missing.
    if (isNeeded)
      reach(() => Promise.all([import('./easy-read.tsx'), openTexts('easy')])).then(
        ([found]) => isHere && setDrawn(found),
        () => {},
      )
    return () => {
      isHere = false
    }
  }, [isNeeded])
  if (drawn && isNeeded)
    return <drawn.EasyRead {...{ planId, live, rows }} check={plan.easyChecked[section]} {...(level && { level })} />
  return rows.flatMap((item) =>
    sidesOfRow(item, reader, spoken).map(({ field, words, lang }) => (
      <p key={`${item.id} ${field}`} {...said({ ...(lang && { lang }) })}>
        {words}
      </p>
    )),
  )
}
