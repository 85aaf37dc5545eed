import type { LineLook } from '../changes/lines.ts'
import { hasWords } from '../plain-words.ts'
import type { Block, BlockLanguage, RichText, Run } from '../plan.ts'
import { tidyRuns } from '../runs.ts'
import { sentenceStarts } from './sentence-ends.ts'

/** What is reworded: a text box, or a cell of words, which is one or several lines of letters. */
export type Wording = RichText | string

/** A list that a line stands in, and whether the line begins it, or an item of it, or goes on in the item of the line before. */
export type ListPlace = BlockLanguage & {
  readonly is: 'bullets' | 'numbers'
  readonly begins: 'list' | 'item' | null
}

/** How a line is set out. The language is its own; `lists` are those it stands in, the outermost first. */
export type LineStart = LineLook & BlockLanguage & { readonly lists?: readonly ListPlace[] }

/**
 * A sentence of a text box or of a cell. Put together again they are the text: `opens` is how the line it begins is set out, null
 * where it goes on in the line of the sentence before it; then the space between the two is its own. The language is that of its
 * line, or of the list this stands in.
 */
export type Sentence = BlockLanguage & { readonly runs: readonly Run[]; readonly opens: LineStart | null }

/** The sentences of a text in reading order. Lines without words are left out; runs keep who wrote them (SPEC TALK-20). */
export function sentencesOf(text: Wording): Sentence[] {
  const sentences: Sentence[] = []
  eachLine(asText(text), [], (opens, runs) => {
    const language = [opens, ...(opens.lists ?? []).toReversed()].reduce(inherited, {})
    for (const [n, part] of cut(runs, sentenceStarts(wordsOfRuns(runs))).entries())
      sentences.push({ runs: part, opens: n === 0 ? opens : null, ...language })
  })
  return sentences
}

/** A cell as a text box that reads like it. */
const asText = (text: Wording): RichText =>
  typeof text === 'string' ? [{ type: 'paragraph', runs: [{ text }] }] : text

export const wordsOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const languageOf = ({ lang, dir }: BlockLanguage): BlockLanguage => ({ ...(lang && { lang }), ...(dir && { dir }) })

const inherited = (inner: BlockLanguage, outer: BlockLanguage): BlockLanguage => ({ ...languageOf(outer), ...inner })

type OpenList = { -readonly [K in keyof ListPlace]: ListPlace[K] }

function eachLine(
  blocks: readonly Block[],
  lists: readonly OpenList[],
  take: (opens: LineStart, runs: readonly Run[]) => void,
): void {
  for (const block of blocks) {
    if ('items' in block) {
      const list: OpenList = { is: block.type, begins: 'list', ...languageOf(block) }
      for (const item of block.items) {
        list.begins ??= 'item'
        eachLine(item, [...lists, list], take)
      }
    } else {
      const runs = tidyRuns(block.runs)
      if (!runs.some(({ text }) => hasWords(text))) continue
      take(lineStart(block, lists), runs)
      for (const list of lists) list.begins = null
    }
  }
}

function lineStart(block: Exclude<Block, { items: unknown }>, lists: readonly OpenList[]): LineStart {
  const inner = lists.at(-1)
  const mark = inner?.begins ? (inner.is === 'bullets' ? 'bullet' : 'number') : 'paragraph'
  return {
    ...(block.type === 'heading' ? { is: 'heading', level: block.level } : { is: mark }),
    depth: lists.length,
    ...languageOf(block),
    ...(lists.length > 0 && { lists: lists.map((list) => ({ ...list })) }),
  }
}

/** The runs of a line, cut where sentences start. */
function cut(runs: readonly Run[], starts: readonly number[]): Run[][] {
  const parts: Run[][] = [[]]
  const next = starts.values()
  let at = 0
  let start = next.next().value
  for (const run of runs) {
    let from = 0
    for (; start !== undefined && start < at + run.text.length; start = next.next().value) {
      if (start > at + from) parts.at(-1)?.push({ ...run, text: run.text.slice(from, start - at) })
      parts.push([])
      from = start - at
    }
    parts.at(-1)?.push({ ...run, text: run.text.slice(from) })
    at += run.text.length
  }
  return parts
}
