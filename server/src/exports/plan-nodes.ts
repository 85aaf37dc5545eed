import {
  type Block,
  type BlockLanguage,
  type Edition,
  type EditionBox,
  type EditionItem,
  type EditionPart,
  type EditionSection,
  inLanguage,
  type Language,
  type RichText,
  type Run,
  SHAPES,
  safeLink,
} from '@withy/shared/plan'
import { seen, visibleRichText, visibleText } from '../http/visible-text.ts'
import type { Asked } from './exported.ts'
import { headingLevels } from './headings.ts'
import { factsInWords, languageOf, nameInWords, visibleRuns } from './in-words.ts'
import { cellKey, type NativeTalk } from './native-talk.ts'
import { directionOf, heading, type Node, ours, paragraph, textIn } from './nodes.ts'
import { OURS } from './words.ts'

/** How a copy is laid out. `theirs`: of people's words that say no language themselves. */
export type Laying = {
  readonly lang: Language
  readonly theirs: BlockLanguage
  readonly asked?: Asked | undefined
  readonly native?: NativeTalk | undefined
}

/** A part with its sections: headings of ours go to level 3, those of people follow. */
export const partNodes = (part: EditionPart, id: string, how: Laying): Node[] => [
  heading(1, visibleText(part.title[how.lang]), id),
  ...part.sections.flatMap((section) => sectionNodes(section, how)),
  ...(part.empty.length > 0
    ? [
        ours(
          `${OURS.stillEmpty[how.lang]} ${part.empty.map((title) => seen(inLanguage(title, how.lang))).join(' · ')}`,
          'quiet',
        ),
      ]
    : []),
]

const sectionNodes = (section: EditionSection, how: Laying): Node[] => [
  titleNode(section, 2, how),
  ...(section.question ? [paragraph(visibleText(section.question[how.lang]), 'quiet')] : []),
  ...section.boxes.flatMap((box) => boxNodes(box, how)),
]

/** The title of a section: ours, or one that people chose. */
export const titleNode = (section: EditionSection, level: number, { lang, theirs }: Laying): Node => ({
  ...heading(level, titleOf(section, lang)),
  ...(typeof section.title === 'string' && theirs),
})

export const titleOf = ({ title }: EditionSection, lang: Language): string => seen(inLanguage(title, lang))

const boxNodes = (box: EditionBox, how: Laying): Node[] => [
  said(heading(3, visibleText(box.title[how.lang])), how.native?.wholes.get(box.key)),
  ...(box.type === 'text'
    ? textNodes(how.native?.texts.get(box.key) ?? box.text, how.theirs)
    : [
        {
          is: 'bullets' as const,
          as: 'cards' as const,
          items: box.items.map((item) => itemNodes(item, box, how)),
        },
      ]),
]

function itemNodes(item: EditionItem, { key, shape }: EditionBox & { readonly type: 'list' }, how: Laying): Node[] {
  const { lang, theirs, asked, native } = how
  const cellOf = (field: string) => native?.cells.get(cellKey(key, item.id, field))
  const facts = factsInWords(item, asked, lang, { cellOf, theirs })
  const called = cellOf(SHAPES[shape].fields[0]?.id ?? '')
  const plain = { ...paragraph(nameInWords(item, lang), 'name'), ...(item.name && languageOf(item.name, lang, theirs)) }
  const name = said(
    called ? { ...plain, runs: visibleRuns(called) } : plain,
    native?.wholes.get(cellKey(key, item.id, null)),
  )
  return facts.length > 0 ? [name, { is: 'facts' as const, facts }] : [name]
}

/** A line with what is said about all of it: the number of that. */
const said = <N extends Node & { readonly runs: readonly Run[] }>(node: N, by: number | undefined): N =>
  by === undefined ? node : { ...node, runs: node.runs.map((run) => ({ by, ...run })) }

function textNodes(text: RichText, theirs: BlockLanguage): Node[] {
  const visible = visibleRichText(text)
  const levels = headingLevels(visible)
  const nodeOf = (block: Block): Node => {
    const { lang, dir = directionOf(firstWords(block)).dir } = block
    const spoken = { ...(lang && { lang }), ...(dir && { dir }) }
    if ('items' in block) return { is: block.type, items: block.items.map((item) => item.map(nodeOf)), ...spoken }
    const runs = block.runs.map(safeRun)
    if (block.type === 'paragraph') return { is: 'paragraph', runs, ...spoken }
    return { is: 'heading', level: 3 + (levels.get(block) ?? 1), runs, ...spoken }
  }
  return visible.map((block) => ({ ...(!block.lang && theirs), ...nodeOf(block) }))
}

const firstWords = (block: Block): string =>
  'items' in block ? block.items.flat().map(firstWords).join(' ') : textIn(block.runs)

/** Editions come out of files too: an address that is none of the safe ones is left out here again, its words kept. */
function safeRun({ text, bold, italic, link, by }: Run): Run {
  const safe = safeLink(link)
  return {
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(safe && { link: safe }),
    ...(by !== undefined && { by }),
  }
}

/** What the plan explains, by the alphabet of readers. */
export function explainedNodes(explained: Edition['explained'], id: string, { lang, theirs }: Laying): Node[] {
  const facts = explained
    .toSorted((a, b) => a.word.localeCompare(b.word, lang))
    .map(({ word, meaning }) => ({ word: seen(word), meaning: visibleText(meaning) }))
  return [
    heading(1, OURS.explained[lang], id),
    {
      is: 'bullets',
      as: 'cards',
      items: facts.map(({ word, meaning }) => [
        { ...paragraph(word, 'name'), ...theirs },
        { ...paragraph(meaning), ...theirs },
      ]),
    },
  ]
}

export const unplacedNodes = (unplaced: Edition['unplaced'], id: string, { lang, theirs }: Laying): Node[] => [
  heading(1, OURS.unplaced[lang], id),
  paragraph(OURS.unplacedAbout[lang], 'quiet'),
  { is: 'bullets', items: unplaced.map((words) => [{ ...paragraph(visibleText(words)), ...theirs }]) },
]
