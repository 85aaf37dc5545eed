/** Whom somebody at this page types for; null: nobody but themselves. */
export type TypingFor = {
  /** From here on. */
  set(person: string | null): void
  /** The server says that they are not in the plan. */
  refused(person: string): void
  /** What is changed meanwhile is said to be for this person, or for nobody. */
  during(person: string | null, change: () => void): void
  /** Something was changed here. */
  changed(): void
  /** All that was changed here is on disk. */
  settled(): void
  /** For whom to say that a frame about to be sent was typed. */
  saidFor(carries: 'step2' | 'update'): string | null
}

/**
 * What a page says of whom it types for (SPEC SYNC-133). An update goes out as it is typed. What was typed for different people
 * while the connection was away goes over in one piece, and is said to be for nobody: too little is claimed then, never
 * something that was not so.
 */
export function createTypingFor(): TypingFor {
  let set: string | null = null
  let meanwhile: { readonly person: string | null } | null = null
  const now = () => (meanwhile ? meanwhile.person : set)
  /** Whom those changes were for that are not acked. */
  const unacked = new Set<string | null>()
  return {
    set(person) {
      set = person
    },
    refused(person) {
      if (set === person) set = null
    },
    during(person, change) {
      meanwhile = { person }
      try {
        change()
      } finally {
        meanwhile = null
      }
    },
    changed: () => void unacked.add(now()),
    settled: () => unacked.clear(),
    saidFor(carries) {
      if (carries === 'update') return now()
      const [only = null] = unacked
      return unacked.size > 1 ? null : only
    },
  }
}
