import type { Format, Unsaid } from '@withy/shared/api'
import { boxTitles, type Plan, type Shown, sectionOfBox } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import type { PlanFacts } from '../storage/agreement.ts'
import type { SaidNow, SaidThere } from '../versions/said-in.ts'
import type { SaidInCopy } from './exported.ts'
import type { Wanted } from './sealed-copy.ts'

/** So many letters of a passage stand in the list: it is in the plan whole. */
const MOST_LETTERS = 300

/** These hold the plan for a program. */
const FOR_PROGRAMS: readonly Format[] = ['csv', 'ics', 'json', 'fhir']

/** Whether a copy lists it at all: one of all of a plan, that people read (SPEC SYNC-169). No other reads the record for it. */
export const tellsSaid = ({ sections, size }: Pick<Wanted, 'sections' | 'size'>, format: Format): boolean =>
  !sections && size !== 'easy' && !FOR_PROGRAMS.includes(format)

/**
 * What a copy says of who said what another typed: names for ids, titles for boxes, what one pair said and typed in a section
 * together. Null: nothing.
 * @param isTold whether who takes the copy knows of a denial
 */
export function saidOf(
  plan: Plan,
  { people, former }: Pick<PlanFacts, 'people' | 'former'>,
  { said, unsaid }: SaidNow,
  isTold: (one: Unsaid) => boolean,
): readonly SaidInCopy[] | null {
  const names = new Map([...former.map(({ id, name }) => [id, name] as const), ...toldApart(people)])
  const sections = sectionTitles(plan)
  const all = [
    ...said.map((one) => ({ one, isDenied: false })),
    ...unsaid.filter(isTold).map((one) => ({ one, isDenied: true })),
  ]
  const groups = Map.groupBy(all, ({ one, isDenied }) =>
    JSON.stringify([sectionOfBox(one.box), one.for, one.person, isDenied]),
  )
  const order = [...sections.keys()]
  const made = [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const { one, isDenied } = first
    const section = sectionOfBox(one.box)
    return {
      at: order.includes(section) ? order.indexOf(section) : order.length,
      group: {
        section: sections.get(section) ?? null,
        said: names.get(one.for) ?? '',
        typed: names.get(one.person) ?? '',
        isDenied,
        words: [first, ...more].map(({ one }) => cut(one)),
      },
    }
  })
  return made.length === 0 ? null : made.toSorted((a, b) => a.at - b.at).map(({ group }) => group)
}

/** In the order of the plan. */
const sectionTitles = (plan: Plan): ReadonlyMap<string, Shown> =>
  new Map([...boxTitles(plan).values()].map(({ section, sectionTitle }) => [section, sectionTitle]))

const cut = ({ words }: Pick<SaidThere, 'words'>): string =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS).toWellFormed()}…` : words
