import type { ReactNode } from 'react'
import { Tick } from './choices.tsx'
import './tick-list.css'

type TickListProps = {
  /** Said to screen readers. */
  readonly label: string
  readonly items: readonly { readonly id: string; readonly label: ReactNode }[]
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}

/** Any of many, side by side where there is room. */
export function TickList({ label, items, ticked, onTick }: TickListProps) {
  return (
    <fieldset className="tick-list" aria-label={label}>
      {items.map((item) => (
        <Tick
          key={item.id}
          label={item.label}
          ticked={ticked.has(item.id)}
          onTick={(isOn) => {
            const next = new Set(ticked)
            if (isOn) next.add(item.id)
            else next.delete(item.id)
            onTick(next)
          }}
        />
      ))}
    </fieldset>
  )
}
