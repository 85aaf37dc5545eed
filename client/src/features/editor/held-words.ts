/** A hold of what others write that ends by itself a while after it was last asked to. */
export type HeldWords = {
  /** Begins it, or lets the one that is on go on until it is told to end. */
  begin(): void
  /** Ends it after so long (ms), and not at the time told before; nothing where none is on. */
  endIn(milliseconds: number): void
  end(): void
}

/** @param hold begins a hold of what others write; what it returns ends it */
export function heldWords(hold: () => () => void): HeldWords {
  let letGo: (() => void) | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(soon)
    letGo?.()
    letGo = null
  }
  return {
    begin() {
      clearTimeout(soon)
      letGo ??= hold()
    },
    endIn(milliseconds) {
      if (!letGo) return
      clearTimeout(soon)
      soon = setTimeout(end, milliseconds)
    },
    end,
  }
}
