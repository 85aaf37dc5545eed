/** A stretch of a text: from this letter up to, and not with, that. */
export type Stretch = { readonly from: number; readonly to: number }

type Quote = { readonly quote: string; readonly before: string; readonly after: string }

/**
 * Tells where words that were quoted stand in a text, whatever space is between them now; of several places the one with most of what
 * stood around them. Null: nowhere. The text is gone through once, for however many quotes.
 */
export function quotesIn(text: string): (quote: Quote) => Stretch | null {
  const whole = squeezed(text)
  return (quote) => placeIn(whole, quote)
}

function placeIn({ letters, at }: Squeezed, { quote, before, after }: Quote): Stretch | null {
  const [wanted, ahead, behind] = [quote, before, after].map((words) => squeezed(words).letters) as [
    string,
    string,
    string,
  ]
  if (wanted === '') return null
  let best: { readonly sure: number; readonly found: number } | null = null
  for (let found = letters.indexOf(wanted); found >= 0; found = letters.indexOf(wanted, found + 1)) {
    const end = found + wanted.length
    const sure =
      sameEnd(letters.slice(Math.max(0, found - ahead.length), found), ahead) +
      sameStart(letters.slice(end, end + behind.length), behind)
    if (!best || sure > best.sure) best = { sure, found }
  }
  if (!best) return null
  return { from: at[best.found] ?? 0, to: (at[best.found + wanted.length - 1] ?? 0) + 1 }
}

type Squeezed = { readonly letters: string; readonly at: readonly number[] }

/** A text without spaces, and where each of its letters stood. */
function squeezed(text: string): Squeezed {
  const at: number[] = []
  let letters = ''
  for (let n = 0; n < text.length; n++) {
    const letter = text[n] as string
    if (/\s/.test(letter)) continue
    letters += letter
    at.push(n)
  }
  return { letters, at }
}

function sameStart(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one[n] === other[n]) n++
  return n
}

function sameEnd(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n++
  return n
}
