import type { Page } from '@playwright/test'

/** What one look at a page found: how many things were looked at, and what fell short, one line each. */
export type Seen = { readonly looked: number; readonly short: readonly string[] }

/** A look at a page as it is now, for one check of the inclusion score. It leaves the page as it was. */
export type LookFor = { readonly check: string; readonly at: (page: Page) => Promise<Seen> }

/** The looks that are wanted: where one fault is looked for, those for its check. */
export const wanted = (looks: readonly LookFor[]): readonly LookFor[] => {
  const only = process.env.WITHY_INCLUSION_ONLY
  return only ? looks.filter(({ check }) => check === only) : looks
}

/** What looks found on many pages. */
export type Gathered = {
  /** Looks at a page for each check. `where`: what the page is called among what fell short. */
  look(looks: readonly LookFor[], page: Page, where: string): Promise<void>
  /** What was found for each check, for `note`. */
  all(): readonly ({ readonly check: string } & Seen)[]
}

export function gather(): Gathered {
  const found = new Map<string, Seen>()
  return {
    async look(looks, page, where) {
      for (const { check, at } of looks) {
        const { looked, short } = await at(page)
        const before = found.get(check) ?? { looked: 0, short: [] }
        found.set(check, {
          looked: before.looked + looked,
          short: [...before.short, ...short.map((what) => `${where}: ${what}`)],
        })
      }
    },
    all: () => [...found].map(([check, seen]) => ({ check, ...seen })),
  }
}
