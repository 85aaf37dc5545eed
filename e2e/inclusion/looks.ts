import type { Page } from '@playwright/test'

/** What one look at a page found for a check: how many things were looked at, and what fell short, one line each. */
export type Found = {
  readonly check: string
  readonly looked: number
  readonly short: readonly string[]
  /** What could not be looked at, and why. */
  readonly leftOut?: readonly string[]
  /** How many more things only a person can judge. */
  readonly unsure?: number
  /** How many texts were left out because people wrote them. */
  readonly theirs?: number
}

/** A look at a page as it is now, for checks of the inclusion score. It leaves the page as it was. */
export type LookFor = {
  readonly checks: readonly string[]
  readonly at: (page: Page) => Promise<readonly Found[]>
}

/** The looks that are wanted: where some checks only are asked for, those for them. */
export const wanted = (looks: readonly LookFor[]): readonly LookFor[] =>
  looks.filter(({ checks }) => checks.some(isWanted))

/** Whether a check is among those that are asked for. */
export const isWanted = (check: string): boolean => {
  const only = process.env.WITHY_INCLUSION_ONLY
  return !only || only.split(',').includes(check)
}

/** A look that takes the page for one thing: it is right, or what it finds falls short. */
export const whole = (check: string, at: (page: Page) => Promise<readonly string[]>): LookFor => ({
  checks: [check],
  at: async (page) => {
    const found = await at(page)
    return [{ check, looked: 1, short: found.length > 0 ? [found.join('; ')] : [] }]
  },
})

/** A look at many things on the page, of which each is right or not. */
export const each = (check: string, at: (page: Page) => Promise<Omit<Found, 'check'>>): LookFor => ({
  checks: [check],
  at: async (page) => [{ check, ...(await at(page)) }],
})

/** What looks found on many pages. */
export type Gathered = {
  /** Looks at a page. `where`: what the page is called among what fell short. */
  look(looks: readonly LookFor[], page: Page, where: string): Promise<void>
  /** What was found for each check, for `note`. */
  all(): readonly Found[]
}

export function gather(): Gathered {
  const all = new Map<string, Required<Found>>()
  return {
    async look(looks, page, where) {
      for (const { at } of looks) {
        for (const { check, looked, short, leftOut = [], unsure = 0, theirs = 0 } of await at(page)) {
          const before = all.get(check) ?? { check, looked: 0, short: [], leftOut: [], unsure: 0, theirs: 0 }
          all.set(check, {
            check,
            looked: before.looked + looked,
            short: [...before.short, ...short.map((what) => `${where}: ${what}`)],
            leftOut: [...new Set([...before.leftOut, ...leftOut])],
            unsure: before.unsure + unsure,
            theirs: before.theirs + theirs,
          })
        }
      }
    },
    all: () =>
      [...all.values()].map(({ unsure, theirs, leftOut, ...found }) => ({
        ...found,
        leftOut: [
          ...leftOut,
          ...(unsure > 0 ? [`${unsure} findings that a person has to judge`] : []),
          ...(theirs > 0 ? [`${theirs} texts that people wrote`] : []),
        ],
      })),
  }
}
