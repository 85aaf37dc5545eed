import { EASY_TITLE, type EasyCheck, easyStatus, type Item } from '@withy/shared/plan'
import { HeadingAt } from '../../../plan-view/outline.tsx'
import { useWords } from '../../../text/use-text.ts'
import { EasyRow } from './easy-row.tsx'
import './easy.css'

type EasyReadProps = {
  readonly planId: string
  readonly rows: readonly Item[]
  readonly check: EasyCheck | undefined
  /** Of their heading. */
  readonly level?: number
}

/** The easy words of a section, to be read alone. */
export function EasyRead({ planId, rows, check, level = 4 }: EasyReadProps) {
  const words = useWords()
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
