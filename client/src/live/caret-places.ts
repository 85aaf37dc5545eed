import { createListeners } from './listeners.ts'

/** Where a caret stands, in CSS px of the window (as `view.coordsAtPos` gives it). */
export type CaretCoords = { readonly left: number; readonly top: number; readonly bottom: number }

/** Finds a place in one open editor: a base64 relative position in, its coordinates out, or null where it is not there. */
export type CoordsAt = (relative: string) => CaretCoords | null

export type CaretPlaces = {
  /** An editor opened on this box. Call `moved` after each change of its words. Returns how to take it off again. */
  register(box: string, coordsAt: CoordsAt): () => void
  coordsAt(box: string, relative: string): CaretCoords | null
  moved(): void
  onMove(listener: () => void): () => void
}

/**
 * The editors that are open on this page, so that others' carets can be drawn in a layer over the words and never in
 * them (SPEC SYNC-60). Nothing here knows an editor; each says how to find a place in it.
 */
export function createCaretPlaces(): CaretPlaces {
  const editors = new Map<string, CoordsAt>()
  const moves = createListeners<void>()
  return {
    register(box, coordsAt) {
      editors.set(box, coordsAt)
      moves.tell()
      return () => {
        if (editors.get(box) === coordsAt) editors.delete(box)
        moves.tell()
      }
    },
    coordsAt(box, relative) {
      try {
        return editors.get(box)?.(relative) ?? null
      } catch {
        return null // A place the editor has not drawn yet.
      }
    },
    moved: () => moves.tell(),
    onMove: moves.add,
  }
}

/** The editors of this page: it shows one plan at a time. */
export const caretPlaces = createCaretPlaces()
