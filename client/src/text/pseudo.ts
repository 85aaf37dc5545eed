import type { Messages } from '@lingui/core'

/**
 * Languages that nobody speaks, made from the English as it is shown: `en-XA` is 40 % longer, with accents and in brackets; `ar-XB` is English
 * written from right to left (SPEC A11Y-126). `localStorage.setItem('withy.pseudo', 'en-XA')` chooses one, in builds that are not what
 * people get: there every call of these stands behind `import.meta.env.MODE`, and nothing of this file is in them.
 */
export type Pseudo = 'en-XA' | 'ar-XB'

const KEPT_AS = 'withy.pseudo'
const FROM_RIGHT = '\u202e'
const AS_BEFORE = '\u202c'
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'î',
  o: 'ö',
  u: 'ü',
  y: 'ÿ',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'È',
  I: 'Î',
  O: 'Ø',
  U: 'Û',
}

/** Which of them this device was told to show; null: none, as everywhere but in tests. */
export function pseudoShown(): Pseudo | null {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    return kept === 'en-XA' || kept === 'ar-XB' ? kept : null
  } catch {
    return null // Storage is blocked on this device.
  }
}

/** Compiled texts as the language shows them. What they are filled with, and how they count, stays. */
export const pseudoMessages = (messages: Messages, shown: Pseudo | null): Messages =>
  shown === null
    ? messages
    : Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, whole(message, shown)]))

/** A text that is not filled in. */
export const pseudoText = (text: string, shown: Pseudo | null): string =>
  shown === null ? text : inBrackets([letters(text, shown)], shown).join('')

type Token = string | readonly unknown[]

function whole(message: unknown, shown: Pseudo): Messages[string] {
  const tokens = typeof message === 'string' ? [message] : (message as Token[])
  return inBrackets(tokens.map((token) => changed(token, shown)) as string[], shown) as Messages[string]
}

const inBrackets = (tokens: string[], shown: Pseudo): string[] => (shown === 'en-XA' ? ['[', ...tokens, ']'] : tokens)

/** A piece of a compiled text: words, or `[name, kind, choices]`. */
function changed(token: unknown, shown: Pseudo): unknown {
  if (typeof token === 'string') return token === '#' ? token : letters(token, shown)
  if (!Array.isArray(token)) return token
  const [name, kind, choices] = token
  if (choices === null || typeof choices !== 'object') return token
  const forms = Object.entries(choices).map(([form, inside]) => [
    form,
    Array.isArray(inside) ? inside.map((one) => changed(one, shown)) : inside,
  ])
  return [name, kind, Object.fromEntries(forms)]
}

const letters = (text: string, shown: Pseudo): string =>
  shown === 'ar-XB'
    ? `${FROM_RIGHT}${text}${AS_BEFORE}`
    : // Each vowel twice: words get longer, and not only sentences.
      text.replaceAll(/[a-z]/gi, (letter) => `${ACCENTS[letter] ?? letter}${/[aeiou]/i.test(letter) ? letter : ''}`)
