export type Verdict = 'supports' | 'partly' | 'not' | 'none-here'

/** What Withy says of itself on one criterion. `says`: there is a sentence more in the texts. */
type Row<Id extends string> = {
  readonly id: Id
  readonly verdict: Verdict
  /** `part`: by a script, of the part that does it and of no whole page. */
  readonly tested: 'script' | 'part' | 'journey' | 'hand' | 'none'
  readonly says?: boolean
}

/** Every criterion of WCAG 2.2, levels A and AA (SPEC A11Y-125). */
export const WCAG = [
  { id: 'wcag-1-1-1', level: 'A', verdict: 'supports', tested: 'script', says: true },
  { id: 'wcag-1-2-1', level: 'A', verdict: 'none-here', tested: 'none', says: true },
  { id: 'wcag-1-2-2', level: 'A', verdict: 'none-here', tested: 'none' },
  { id: 'wcag-1-2-3', level: 'A', verdict: 'none-here', tested: 'none' },
  { id: 'wcag-1-2-4', level: 'AA', verdict: 'none-here', tested: 'none' },
  { id: 'wcag-1-2-5', level: 'AA', verdict: 'none-here', tested: 'none' },
  { id: 'wcag-1-3-1', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-1-3-2', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-1-3-3', level: 'A', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-1-3-4', level: 'AA', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-1-3-5', level: 'AA', verdict: 'supports', tested: 'hand', says: true },
  { id: 'wcag-1-4-1', level: 'A', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-1-4-2', level: 'A', verdict: 'none-here', tested: 'none', says: true },
  { id: 'wcag-1-4-3', level: 'AA', verdict: 'supports', tested: 'script', says: true },
  { id: 'wcag-1-4-4', level: 'AA', verdict: 'supports', tested: 'script' },
  { id: 'wcag-1-4-5', level: 'AA', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-1-4-10', level: 'AA', verdict: 'supports', tested: 'script', says: true },
  { id: 'wcag-1-4-11', level: 'AA', verdict: 'supports', tested: 'script' },
  { id: 'wcag-1-4-12', level: 'AA', verdict: 'partly', tested: 'script', says: true },
  { id: 'wcag-1-4-13', level: 'AA', verdict: 'none-here', tested: 'hand', says: true },
  { id: 'wcag-2-1-1', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-2-1-2', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-2-1-4', level: 'A', verdict: 'supports', tested: 'journey', says: true },
  { id: 'wcag-2-2-1', level: 'A', verdict: 'supports', tested: 'journey', says: true },
  { id: 'wcag-2-2-2', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-3-1', level: 'A', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-2-4-1', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-4-2', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-4-3', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-2-4-4', level: 'A', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-2-4-5', level: 'AA', verdict: 'partly', tested: 'hand', says: true },
  { id: 'wcag-2-4-6', level: 'AA', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-2-4-7', level: 'AA', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-4-11', level: 'AA', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-5-1', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-2-5-2', level: 'A', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-2-5-3', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-2-5-4', level: 'A', verdict: 'none-here', tested: 'none', says: true },
  { id: 'wcag-2-5-7', level: 'AA', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-2-5-8', level: 'AA', verdict: 'supports', tested: 'script', says: true },
  { id: 'wcag-3-1-1', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-3-1-2', level: 'AA', verdict: 'partly', tested: 'journey', says: true },
  { id: 'wcag-3-2-1', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-2-2', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-2-3', level: 'AA', verdict: 'supports', tested: 'script' },
  { id: 'wcag-3-2-4', level: 'AA', verdict: 'supports', tested: 'hand' },
  { id: 'wcag-3-2-6', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-3-3-1', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-3-2', level: 'A', verdict: 'supports', tested: 'script' },
  { id: 'wcag-3-3-3', level: 'AA', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-3-4', level: 'AA', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-3-7', level: 'A', verdict: 'supports', tested: 'journey' },
  { id: 'wcag-3-3-8', level: 'AA', verdict: 'supports', tested: 'journey', says: true },
  { id: 'wcag-4-1-2', level: 'A', verdict: 'partly', tested: 'script', says: true },
  { id: 'wcag-4-1-3', level: 'AA', verdict: 'supports', tested: 'journey' },
] as const satisfies readonly (Row<`wcag-${string}`> & { readonly level: 'A' | 'AA' })[]

/** The 14 requirements of W3C's Collaboration Tools Accessibility User Requirements. */
export const CTAUR = [
  { id: 'ctaur-1', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-2', verdict: 'supports', tested: 'journey', says: true },
  { id: 'ctaur-3', verdict: 'supports', tested: 'journey', says: true },
  { id: 'ctaur-4', verdict: 'supports', tested: 'journey', says: true },
  { id: 'ctaur-5', verdict: 'supports', tested: 'journey', says: true },
  { id: 'ctaur-6', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-7', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-8', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-9', verdict: 'supports', tested: 'hand' },
  { id: 'ctaur-10', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-11', verdict: 'supports', tested: 'journey' },
  { id: 'ctaur-12', verdict: 'supports', tested: 'journey', says: true },
  { id: 'ctaur-13', verdict: 'supports', tested: 'part', says: true },
  { id: 'ctaur-14', verdict: 'supports', tested: 'part' },
] as const satisfies readonly Row<`ctaur-${string}`>[]
