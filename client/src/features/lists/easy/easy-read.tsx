import { EASY_TITLE, type EasyCheck, easyStatus, type Item } from '@withy/shared/plan'
import { useEffect } from 'react'
import type { LivePlan } from '../../../live/live-plan.ts'
import { HeadingAt } from '../../../plan-view/outline.tsx'
import { useWords } from '../../../text/use-text.ts'
import { EasyRow } from './easy-row.tsx'
import { followRemoved } from './photo/follow-removed.ts'
import './easy.css'

type EasyReadProps = {
  readonly planId: string
  /** Where the plan is open, and not only read. */
  readonly live?: LivePlan | undefined
  readonly rows: readonly Item[]
  readonly check: EasyCheck | undefined
  /** Of their heading. */
  readonly level?: number
}

/** The easy words of a section, to be read alone. */
export function EasyRead({ planId, live, rows, check, level = 4 }: EasyReadProps) {
  const words = useWords()
  useEffect(() => {
    if (live) followRemoved(planId, live)
  }, [planId, live])
  return (
    <div className="box easy">
      <HeadingAt level={level}>{words(EASY_TITLE)}</HeadingAt>
      <p className="easy-status">{words(easyStatus(rows, check))}</p>
      <ul className="list item-list">
        {rows.map((item) => (
          <li key={item.id} className="item">
            <EasyRow planId={planId} item={item} />
          </li>
        ))}
      </ul>
    </div>
  )
}
