import { stableJson } from '../canonical.ts'
import { hasWords } from '../plain-words.ts'
import type { Block, BlockLanguage, RichText, Run } from '../plan.ts'
import { tidyRuns } from '../runs.ts'

/** How a line is set out. `depth`: in how many lists it is. */
export type LineLook = {
  readonly is: 'paragraph' | 'heading' | 'bullet' | 'number'
  readonly level?: 1 | 2 | 3
  readonly depth: number
}

/** One paragraph, heading or list entry of a text: what people take for one thing. */
export type Line = BlockLanguage & { readonly look: LineLook; readonly runs: readonly Run[] }

/** The lines of a text in reading order, those without words left out. */
export const linesOfText = (text: RichText): Line[] => text.flatMap((block) => blockLines(block, 0, null))

function blockLines(block: Block, depth: number, mark: 'bullet' | 'number' | null): Line[] {
  const { lang, dir } = block
  const language = { ...(lang && { lang }), ...(dir && { dir }) }
  if ('items' in block) {
    const inside = block.type === 'bullets' ? 'bullet' : 'number'
    return block.items.flatMap((item) =>
      item.flatMap((each, i) => blockLines({ ...language, ...each }, depth + 1, i === 0 ? inside : null)),
    )
  }
  if (!block.runs.some(({ text }) => hasWords(text))) return []
  const look: LineLook =
    block.type === 'heading' ? { is: 'heading', level: block.level, depth } : { is: mark ?? 'paragraph', depth }
  return [{ look, runs: block.runs, ...language }]
}

export const wordsOfLine = ({ runs }: Line): string => runs.map(({ text }) => text).join('')

/** What two lines that read and look the same have in common, whoever wrote them. */
export const lineKey = ({ runs, ...line }: Line): string =>
  stableJson([line, tidyRuns(runs.map(({ by, ...run }) => run))])

/** Where the links of a line lead to. */
export const linksOf = ({ runs }: Line): string[] => runs.flatMap(({ link }) => (link ? [link] : []))
