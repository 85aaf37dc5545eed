/** A place in what is written. */
export type Place = { readonly from: number; readonly to: number }

/** What somebody writes in, as far as hints for who writes need it: an editor, or a plain area for words. */
export type Written = {
  /** What is pasted and dropped into. */
  readonly element: HTMLElement
  /** Its paragraphs, headings and points in reading order, and where each begins; null where it cannot be looked at just now. */
  blocks(): readonly { readonly from: number; readonly text: string }[] | null
  /** Puts other words in a place, if these stand there still. */
  swap(place: Place, words: string, other: string): void
  /** Calls `changed` after each change; returns how to stop. */
  follow(changed: () => void): () => void
  /** Draws under words, where that can be done. */
  marks(): { draw(places: readonly Place[]): void; stop(): void }
}
