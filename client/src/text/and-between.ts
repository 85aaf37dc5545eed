import type { Language } from '@withy/shared/plan'

/** "Anna, Ben and Eve". What browsers have for Welsh leaves the word out, or writes "a(c)": which of the two it is goes by what follows. */
export function andBetween(names: readonly string[], language: Language): string {
  const last = names.at(-1)
  if (language !== 'cy' || last === undefined || names.length === 1)
    return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
  const and = /^(?:[aeiou]|y[^aeiou])/i.test(last.normalize('NFD')) ? 'ac' : 'a'
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`
}
