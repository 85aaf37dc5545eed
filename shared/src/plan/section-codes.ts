import type { Template } from './catalogue.ts'

/** Codes of own sections begin with it; no kind of plan has that many parts. */
const OWN = 'Z'
const OWN_CODES = 90

/**
 * A short code for each section, to write on paper: the letter of its part and its number there, as `B3`. An own section's is made
 * from its id, so that it stays as it is when sections are moved or others come (SPEC WORK-35).
 * @param own ids of the plan's own sections, as they are kept
 * @returns codes by id of the section; an own section is `own:<id>` here, as everywhere people choose sections
 */
export function sectionCodes(template: Template, own: readonly string[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  template.parts.forEach(({ sections }, part) => {
    for (const [at, { id }] of sections.entries()) codes.set(id, `${String.fromCharCode(65 + part)}${at + 1}`)
  })
  const taken = new Set<number>()
  for (const id of own.toSorted()) {
    let number = hashOf(id) % OWN_CODES
    while (taken.has(number) && taken.size < OWN_CODES) number = (number + 1) % OWN_CODES
    taken.add(number)
    codes.set(`own:${id}`, `${OWN}${number + 10}`)
  }
  return codes
}

/** Numbers of the same words are the same everywhere; which they are does not matter. */
function hashOf(words: string): number {
  let hash = 0
  for (const letter of words) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return hash
}
