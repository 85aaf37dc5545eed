import { type Item, listRoot, type ReadList, readList, SHAPES, type ShapeId } from '@withy/shared/plan'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useRoots } from '../../live/root-changes.ts'
import { steadyOrder } from './steady-order.ts'

export type DrawnItem = {
  readonly item: Item
  /** Somebody took it out while it was being written in here. */
  readonly gone: boolean
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
  const drawn = (held.current ?? ids).flatMap((id) => {
    const item = byId.get(id)
    return item ? [{ item, gone: !ids.includes(id) }] : []
  })
  const settle = () => {
    held.current = null
  }
  return { ...list, drawn, settle }
}

/** Whether nobody has written or chosen anything in an item: the features of its section came with it. */
export const isBlank = ({ cells, other }: Item): boolean =>
  Object.keys(cells).every((cell) => cell === 'features') && !other

/** The name of the place where an item is written in. */
export const itemPlace = (box: string, item: string): string => `${box}/${item}`

/** Which item of a box this place is, or null. */
export const itemOpenIn = (place: string | null, box: string): string | null =>
  place?.startsWith(`${box}/`) ? place.slice(box.length + 1) : null
