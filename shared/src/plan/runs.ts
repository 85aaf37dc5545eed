import { wellFormed } from './plain-words.ts'
import type { Run } from './plan.ts'
import type { Marks } from './yjs-content.ts'

/** Keys of the formats a text may carry (Tiptap's marks). A reader ignores any other; its words stay. */
export const MARK_NAMES: ReadonlySet<string> = new Set(['bold', 'italic', 'link'])

// y-tiptap writes overlapping marks of one name as `name--8 signs of a hash`.
const HASHED = /--[A-Za-z0-9+/=]{8}$/

/** The mark that a format key means: the key without the hash that y-tiptap may add. */
export const markName = (key: string): string => key.replace(HASHED, '')

export function readMarks(marks: Marks): Omit<Run, 'text'> {
  let bold = false
  let italic = false
  let link: string | undefined
  for (const [key, value] of Object.entries(marks)) {
    const name = markName(key)
    if (value === false || value === null || value === undefined) continue
    if (name === 'bold') bold = true
    else if (name === 'italic') italic = true
    else if (name === 'link') link = safeLink((value as { href?: unknown }).href) ?? link
  }
  return { ...(bold && { bold }), ...(italic && { italic }), ...(link !== undefined && { link }) } as Omit<Run, 'text'>
}

const LONGEST_LINK = 2_000
const SAFE_LINK = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s]|tel:[+0-9(])[^\s<>"\\^`{|}\p{Cc}\p{Surrogate}]*$/iu

/** The address if it is an http, https, mailto or tel one that can stand in a document as it is; otherwise nothing. */
export const safeLink = (href: unknown): string | undefined =>
  typeof href === 'string' && href.length <= LONGEST_LINK && SAFE_LINK.test(href) ? href : undefined

/**
 * The one form of a line: runs with the same marks that follow each other are one, none is empty, a line break carries
 * no marks, and text is well-formed Unicode.
 */
export function tidyRuns(runs: readonly Run[]): readonly Run[] {
  const tidy: Run[] = []
  for (const run of runs.flatMap(apartFromBreaks)) {
    const last = tidy.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link && last.by === run.by)
      tidy[tidy.length - 1] = { ...last, text: last.text + run.text }
    else tidy.push(run)
  }
  return tidy.map((run) => ({ ...run, text: wellFormed(run.text) }))
}

const apartFromBreaks = (run: Run): Run[] =>
  run.text
    .split(/(\n)/)
    .filter((text) => text !== '')
    .map((text) => (text === '\n' ? { text } : { ...run, text }))
