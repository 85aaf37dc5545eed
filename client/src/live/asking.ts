/** What everyone of a plan hears at once they do not all ask about at once: their questions are so far apart (ms). */
const APART = 25

type AskingNeeds<Answer> = {
  ask(): Promise<Answer>
  came(answer: Answer): void
  /** The newest question got no answer. */
  away(): void
  /** How many ask at the same time as this page. */
  askers(): number
}

/**
 * Asks again and again about what changes elsewhere, one question at a time, so that no older answer comes after a newer one
 * (SPEC ACCESS-74).
 */
export function createAsking<Answer>({ ask, came, away, askers }: AskingNeeds<Answer>) {
  let isAsking = false
  let isAskedAgain = false
  /** What is on its way may be older than what is known by now. */
  let isOld = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function now() {
    clearTimeout(timer)
    timer = undefined
    isAskedAgain = true
    if (isAsking) return
    isAsking = true
    while (isAskedAgain && !isOver) {
      isAskedAgain = false
      isOld = false
      await ask().then(
        (answer) => isOver || isOld || came(answer),
        () => isOver || isOld || away(),
      )
      if (isOld) isAskedAgain = true
    }
    isAsking = false
  }

  return {
    now,
    /** Asks at a moment of its own, once for all that is heard before it. */
    soon() {
      timer ??= setTimeout(now, Math.random() * APART * askers())
    },
    /** Something newer is known than what is on its way. */
    outdate() {
      isOld = true
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
