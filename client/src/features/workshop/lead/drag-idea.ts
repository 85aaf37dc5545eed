import type { DragEvent } from 'react'

/** A kind of its own: nothing else that is dragged over the page is taken for an idea, and no field takes its id for words. */
const IDEA = 'application/x-withy-idea'

/** For the grip beside an idea, whose words can still be ticked and marked. An extra for a mouse: all it does has a button too (SPEC WORK-140). */
export const draggedIdea = (idea: string) => ({
  draggable: true,
  onDragStart({ dataTransfer, currentTarget }: DragEvent) {
    dataTransfer.setData(IDEA, idea)
    if (currentTarget.parentElement) dataTransfer.setDragImage(currentTarget.parentElement, 0, 0)
    dataTransfer.effectAllowed = 'move'
  },
})

/** For where an idea can be let go. */
export const takesIdea = (onIdea: (idea: string) => void) => ({
  onDragOver(event: DragEvent) {
    if (event.dataTransfer.types.includes(IDEA)) event.preventDefault()
  },
  onDrop(event: DragEvent) {
    const idea = event.dataTransfer.getData(IDEA)
    if (idea === '') return
    event.preventDefault()
    onIdea(idea)
  },
})
