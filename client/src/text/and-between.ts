import type { Language } from '@withy/shared/plan'

/** "Anna, Ben and Eve". What browsers have for Welsh leaves the word out, or writes "a(c)": which of the two it is goes by what follows. */
export function andBetween(names: readonly string[], language: Language): string {
  if (language === 'en') return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
  language satisfies 'cy'
  const last = names.at(-1)
  if (last === undefined || names.length === 1) return names.join('')
  const and = /^(?:[aeiou]|y[^aeiou])/i.test(last.normalize('NFD')) ? 'ac' : 'a'
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`
}
