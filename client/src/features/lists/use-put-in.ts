import { isBlankItem, listRoot, readList, removeItem, restoreItem, SHAPES, type ShapeId } from '@withy/shared/plan'
import { useEffect } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { rootChanges } from '../../live/root-changes.ts'
import { itemOpenIn, itemPlace } from './use-list.ts'

/**
 * A new item is put in with the first thing written in it, so that one nobody writes in is never in the plan, whatever
 * becomes of the page (SPEC A11Y-24). One whose words were all taken out again goes when its form closes here, unless
 * somebody else has it open: then it goes when they close theirs.
 */
export function usePutIn(box: string, shape: ShapeId): void {
  const { live, writing } = useDesk()
  useEffect(() => {
    // As it is in the document now: what was typed a moment ago may not be drawn yet.
    const read = () => readList(listRoot(live.doc, box), SHAPES[shape])
    const isDraft = (id: string) => read().removed.some((item) => item.id === id && isBlankItem(item))
    const leave = (id: string) => {
      const item = read().items.find((item) => item.id === id)
      const shared = live.here().some((someone) => someone.box === itemPlace(box, id))
      if (item && isBlankItem(item) && !shared) removeItem(live.doc, box, id)
    }
    let open = itemOpenIn(writing.now(), box)
    let draft = open !== null && isDraft(open)
    const putIn = () => {
      if (open === null) return
      const wasDraft = draft
      draft = isDraft(open)
      if (wasDraft && !draft) restoreItem(live.doc, box, open)
    }
    const close = () => {
      putIn()
      if (open !== null) leave(open)
    }
    const offChanges = rootChanges(live.doc).on([box], putIn)
    const offWriting = writing.on(() => {
      const next = itemOpenIn(writing.now(), box)
      if (next === open) return
      close()
      open = next
      draft = open !== null && isDraft(open)
    })
    return () => {
      offChanges()
      offWriting()
      close()
    }
  }, [live, writing, box, shape])
}
