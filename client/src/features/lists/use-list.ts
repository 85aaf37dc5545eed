import { type Item, isBlankItem, listRoot, type ReadList, readList, SHAPES, type ShapeId } from '@withy/shared/plan'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useRoots } from '../../live/root-changes.ts'
import { steadyOrder } from './steady-order.ts'

export type DrawnItem = {
  readonly item: Item
  /** `new`: nobody has written in it yet. `gone`: somebody took it out while it was being written in here. */
  readonly is: 'in' | 'new' | 'gone'
}

export type DrawnList = ReadList & {
  readonly drawn: readonly DrawnItem[]
  /** Takes over the order of the document after all: this person moved something. */
  readonly settle: () => void
}

/** The items of a list box as they are drawn here, drawn again when one of them changes. */
export function useList(box: string, shape: ShapeId): DrawnList {
  const { live, writing } = useDesk()
  const version = useRoots(live.doc, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  const list = useMemo(() => readList(listRoot(live.doc, box), SHAPES[shape]), [live, box, shape, version])
  const open = useSyncExternalStore(writing.on, () => itemOpenIn(writing.now(), box))

  const held = useRef<readonly string[] | null>(null)
  const ids = list.items.map(({ id }) => id)
  held.current = open === null ? null : steadyOrder(held.current ?? ids, ids, open)
  const byId = new Map([...list.removed, ...list.items].map((item) => [item.id, item]))
  const drawn = (held.current ?? ids).flatMap((id): DrawnItem[] => {
    const item = byId.get(id)
    return item ? [{ item, is: ids.includes(id) ? 'in' : isBlankItem(item) ? 'new' : 'gone' }] : []
  })
  const settle = () => {
    held.current = null
  }
  return { ...list, drawn, settle }
}

/** The name of the place where an item is written in. */
export const itemPlace = (box: string, item: string): string => `${box}/${item}`

/** Which item of a box this place is, or null. */
export const itemOpenIn = (place: string | null, box: string): string | null =>
  place?.startsWith(`${box}/`) ? place.slice(box.length + 1) : null
