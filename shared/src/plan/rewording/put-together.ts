import type { Block, BlockLanguage, RichText, Run } from '../plan.ts'
import { tidyRuns } from '../runs.ts'
import { type LineStart, type ListPlace, type Sentence, wordsOfRuns } from './sentences.ts'

/** The text box that sentences are cut from, as a reader sees it: for any text `sentencesOf(text)` gives the text (SPEC TALK-20). */
export function textOfSentences(sentences: readonly Sentence[]): RichText {
  const text: Block[] = []
  let open: OpenList[] = []
  for (const { opens, runs } of linesOf(sentences)) {
    open = listsFor(opens, open, text)
    insideOf(open, text).push(blockOf(opens, runs))
  }
  return text
}

/** The cell of words that sentences are cut from. */
export const wordsOfSentences = (sentences: readonly Sentence[]): string =>
  linesOf(sentences)
    .map(({ runs }) => wordsOfRuns(runs))
    .join('\n')

type Line = { readonly opens: LineStart; readonly runs: readonly Run[] }

function linesOf(sentences: readonly Sentence[]): Line[] {
  const lines: { opens: LineStart; runs: Run[] }[] = []
  for (const { opens, runs } of sentences) {
    const last = lines.at(-1)
    if (last && !opens) last.runs.push(...runs)
    else lines.push({ opens: opens ?? { is: 'paragraph', depth: 0 }, runs: [...runs] })
  }
  return lines.map((line) => ({ ...line, runs: tidyRuns(line.runs) }))
}

type OpenList = { readonly place: ListPlace; readonly items: Block[][] }

/** Where a line goes: the list and item it goes on in, or new ones. */
function listsFor({ lists = [] }: LineStart, open: readonly OpenList[], text: Block[]): OpenList[] {
  const now: OpenList[] = []
  let isNew = false
  for (const [depth, place] of lists.entries()) {
    const there: OpenList | undefined = isNew || place.begins === 'list' ? undefined : open[depth]
    const list: OpenList = there && isSameList(there.place, place) ? there : begun(place, insideOf(now, text))
    isNew = list !== there || place.begins === 'item'
    if (list === there && place.begins === 'item') list.items.push([])
    now.push(list)
  }
  return now
}

function begun(place: ListPlace, inside: Block[]): OpenList {
  const list: OpenList = { place, items: [[]] }
  inside.push({ type: place.is, items: list.items, ...languageOf(place) })
  return list
}

const insideOf = (open: readonly OpenList[], text: Block[]): Block[] => open.at(-1)?.items.at(-1) ?? text

const isSameList = (a: ListPlace, b: ListPlace): boolean => a.is === b.is && a.lang === b.lang && a.dir === b.dir

const languageOf = ({ lang, dir }: BlockLanguage): BlockLanguage => ({ ...(lang && { lang }), ...(dir && { dir }) })

const blockOf = (opens: LineStart, runs: readonly Run[]): Block =>
  opens.is === 'heading'
    ? { type: 'heading', level: opens.level ?? 1, runs, ...languageOf(opens) }
    : { type: 'paragraph', runs, ...languageOf(opens) }
