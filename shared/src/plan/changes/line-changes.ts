import { hunks } from '../hunks.ts'
import type { BlockLanguage } from '../plan.ts'
import { type Line, type LineLook, lineKey, linksOf, wordsOfLine } from './lines.ts'
import { ALIKE, type ChangedWords, likeness, signParts, wordDiff } from './word-diff.ts'

/**
 * One line of a text that reads differently. `set-out`: its words are the same, and how they are set out is not. `links`: where
 * they lead to, where that changed. `wasLook`: where a line was changed in both. `respoken`: another language is said of it, or none.
 */
export type ChangedLine = BlockLanguage & {
  readonly did: 'added' | 'taken-out' | 'changed' | 'set-out'
  readonly look: LineLook
  readonly wasLook?: LineLook
  readonly respoken?: true
  readonly parts: readonly ChangedWords[]
  readonly links?: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** Who put in, or took out, some signs of a line since: writers by number. */
export type WhoOfLine = (side: Side, line: number, from: number, to: number) => readonly number[]
export type Side = 'before' | 'after'

/** A line that was changed is looked for among so many of the new ones. */
const LOOK_AHEAD = 12

type Numbered = { readonly line: Line; readonly n: number }

/** What reads or looks different between the lines of one text, in reading order. */
export function lineChanges(before: readonly Line[], after: readonly Line[], who?: WhoOfLine): ChangedLine[] {
  const number = (lines: readonly Line[], from: number, count: number): Numbered[] =>
    lines.slice(from, from + count).map((line, i) => ({ line, n: from + i }))
  return hunks(before.map(lineKey), after.map(lineKey)).flatMap(({ at, gone, nowAt, come }) =>
    paired(number(before, at, gone), number(after, nowAt, come)).map((pair) => changeOf(pair, who)),
  )
}

/** A line that became another; one that is gone, or has come, is both. */
type Pair = { readonly gone?: Numbered; readonly come?: Numbered; readonly shown: Numbered }

/** Finds for each line that is gone the one it became, if any, in their order. */
function paired(gone: readonly Numbered[], come: readonly Numbered[]): Pair[] {
  const pairs: Pair[] = []
  let at = 0
  for (const one of gone) {
    const words = wordsOfLine(one.line)
    let best = { i: -1, like: ALIKE }
    for (let i = at; i < Math.min(come.length, at + LOOK_AHEAD); i++) {
      const like = likeness(words, wordsOfLine((come[i] as Numbered).line))
      if (like > best.like) best = { i, like }
    }
    if (best.i < 0) pairs.push({ gone: one, shown: one })
    else {
      const became = come[best.i] as Numbered
      pairs.push(...come.slice(at, best.i).map(isNew), { gone: one, come: became, shown: became })
      at = best.i + 1
    }
  }
  return [...pairs, ...come.slice(at).map(isNew)]
}

const isNew = (line: Numbered): Pair => ({ come: line, shown: line })

function changeOf({ gone, come, shown }: Pair, who: WhoOfLine | undefined): ChangedLine {
  const [was, is] = [gone && wordsOfLine(gone.line), come && wordsOfLine(come.line)]
  const { runs, look, ...language } = shown.line
  const links = { before: gone ? linksOf(gone.line) : [], after: come ? linksOf(come.line) : [] }
  const words = wordDiff(was ?? '', is ?? '')
  const by = (side: Side, of: Numbered | undefined) => (from: number, to: number) =>
    who && of ? who(side, of.n, from, to) : []
  const parts = who ? signParts(words, by('after', come), by('before', gone)) : words
  const did = was === undefined ? 'added' : is === undefined ? 'taken-out' : was === is ? 'set-out' : 'changed'
  const isOther = gone && come && JSON.stringify(gone.line.look) !== JSON.stringify(look)
  return {
    did,
    look,
    ...language,
    ...(isOther && { wasLook: gone.line.look }),
    ...(gone && come && gone.line.lang !== come.line.lang && { respoken: true as const }),
    parts,
    ...(gone && come && links.before.join(' ') !== links.after.join(' ') && { links }),
  }
}
