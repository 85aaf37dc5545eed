import { useRef } from 'react'
import { type GoTo, TalkRow } from './talk-row.tsx'
import { useTurn } from './turns.ts'
import type { Listed } from './use-listed.ts'

/** Names a row for whoever goes to it before it is drawn. */
export const rowAt = (id: string): string => `row/${id}`

type ListedRowProps = {
  readonly listed: Listed
  /** One of the first: in sight from the beginning. */
  readonly isFirst: boolean
  readonly goTo: GoTo
}

/** A row of the list of all that is said. It is there from the beginning, to be counted, and drawn in its turn (SPEC TALK-78). */
export function ListedRow({ listed: { item, name, hasWay }, isFirst, goTo }: ListedRowProps) {
  const row = useRef<HTMLLIElement>(null)
  const isDrawn = useTurn(rowAt(item.id), row, isFirst)
  return (
    <li ref={row} data-row={item.id} data-waits={item.waits ? '' : undefined}>
      {isDrawn && (
        <TalkRow
          said={item.said}
          name={name}
          why={item.waits?.why ?? null}
          by={item.waits?.by ?? null}
          isOver={item.isOver}
          goTo={hasWay ? goTo : null}
        />
      )}
    </li>
  )
}
