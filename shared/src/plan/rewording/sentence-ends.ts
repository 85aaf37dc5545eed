import { hasWords } from '../plain-words.ts'

// Not `Intl.Segmenter`: browsers and servers cut differently with it, and what is offered on a page has to stand on the server too.

/** A space, or the end of a sentence of a script that is written without any. */
const PAUSE = /\s+|[。！？｡]["'’”」』）】]*(?!["'’”」』）】。！？｡.!?…\s])/gu
const ENDED = /[.!?…؟۔।॥。！？｡]["'’”»›)\]}」』）】]*$/u

/** Words with a full stop that ends nothing, in English and Welsh; a letter of a name; letters with one each, as in a.m., U.K. or h.y. */
const SHORT =
  /(?:^|[^\p{L}\p{N}.])(?:dr|mr|mrs|ms|prof|rev|st|jr|sr|vs|approx|tel|ext|dept|parch|bnr|(?:\p{L}\.)*\p{L})\.$/iu
/** The number of a point that somebody typed. */
const NUMBER = /^\s*\d{1,3}\.$/

/** No longer than this is looked at to tell whether a sentence has ended: closing signs and one short word. */
const TAIL = 40

/**
 * Where sentences start in a line, but for the first: at the space after the one before it, or at the line break. Each is told from
 * its own words alone, so that it stays one whatever comes before or after it.
 */
export function sentenceStarts(line: string): number[] {
  const starts: number[] = []
  let from = line.search(/\S/)
  for (const { 0: pause, index } of line.matchAll(PAUSE)) {
    const isSpace = !hasWords(pause)
    const at = isSpace ? index : index + pause.length
    const next = index + pause.length
    if (at <= from || next >= line.length) continue
    if (isSpace && !pause.includes('\n') && !isEnded(line.slice(from, at))) continue
    starts.push(at)
    from = next
  }
  return starts
}

/** Whether words end as a sentence does: what follows after a space is another. */
function isEnded(words: string): boolean {
  const tail = words.slice(-TAIL)
  return ENDED.test(tail) && !SHORT.test(tail) && !NUMBER.test(words)
}
