/** How Welsh words begin after others: softly, nasally, breathed. The longer beginnings come first: `ll` is no `l`. */
const BEGINNINGS: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['ch', []],
  ['dd', []],
  ['ff', []],
  ['ng', []],
  ['ph', []],
  ['th', []],
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
]

const VOWEL = /^[aeiouwyâêîôûŵŷ]/

/**
 * The other ways a Welsh word, or several that belong together, can begin in a sentence: "gofal" as "ofal" and "ngofal",
 * "asesiad" as "hasesiad".
 */
export function mutated(form: string): readonly string[] {
  const small = form.toLowerCase()
  if (VOWEL.test(small)) return [`h${small}`]
  const [from, to] = BEGINNINGS.find(([from]) => small.startsWith(from)) ?? ['', []]
  return to.map((beginning) => beginning + small.slice(from.length))
}
