import type { GlossaryChange, GlossaryWord } from '@withy/shared/api'

/** What the glossary feature needs of storage. */
export interface GlossaryStore {
  /** Every word a plan explains, with those that were taken out, in the order they came. */
  glossaryOf(plan: string): Promise<GlossaryWord[]>
  /**
   * Does what somebody asked. `most`: how many words a plan has at most, with those that were taken out. Where it is not `done`
   * nothing is changed: another row is that word (`there`), another has changed it since (`changed`), or there is no room (`full`).
   */
  changeGlossary(plan: string, change: GlossaryChange, most: number): Promise<'done' | 'there' | 'changed' | 'full'>
}
