import { listRoot, readList, removeItem, SHAPES, type ShapeId } from '@withy/shared/plan'
import { useEffect } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { isBlank, itemOpenIn, itemPlace } from './use-list.ts'

/**
 * An item nobody wrote in goes when its form closes here, in whatever way: Done, another box opened, the list gone from
 * the page. Unless somebody else has it open: then it goes when they close theirs.
 */
export function useNoBlanks(box: string, shape: ShapeId): void {
  const { live, writing } = useDesk()
  useEffect(() => {
    const leave = (id: string) => {
      // As it is in the document now: what was typed a moment ago may not be drawn yet.
      const item = readList(listRoot(live.doc, box), SHAPES[shape]).items.find((item) => item.id === id)
      const shared = live.here().some((someone) => someone.box === itemPlace(box, id))
      if (item && isBlank(item) && !shared) removeItem(live.doc, box, id)
    }
    let open = itemOpenIn(writing.now(), box)
    const off = writing.on(() => {
      const left = open
      open = itemOpenIn(writing.now(), box)
      if (left !== null && left !== open) leave(left)
    })
    return () => {
      off()
      if (open !== null) leave(open)
    }
  }, [live, writing, box, shape])
}
