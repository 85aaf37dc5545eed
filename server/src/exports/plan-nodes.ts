import {
  type Block,
  type Edition,
  type EditionBox,
  type EditionPart,
  type EditionSection,
  inLanguage,
  type Language,
  type RichText,
  type Run,
  safeLink,
} from '@withy/shared/plan'
import { seen, visibleRichText, visibleText } from '../http/visible-text.ts'
import type { Asked } from './exported.ts'
import { headingLevels } from './headings.ts'
import { factsInWords, nameInWords } from './in-words.ts'
import { bullets, directionOf, heading, type Node, ours, paragraph, textIn } from './nodes.ts'
import { OURS } from './words.ts'

/** A part with its sections: headings of ours go to level 3, those of people follow. */
export const partNodes = (part: EditionPart, id: string, asked: Asked | undefined, lang: Language): Node[] => [
  heading(1, visibleText(part.title[lang]), id),
  ...part.sections.flatMap((section) => sectionNodes(section, asked, lang)),
  ...(part.empty.length > 0
    ? [
        ours(
          `${OURS.stillEmpty[lang]} ${part.empty.map((title) => seen(inLanguage(title, lang))).join(' · ')}`,
          'quiet',
        ),
      ]
    : []),
]

const sectionNodes = (section: EditionSection, asked: Asked | undefined, lang: Language): Node[] => [
  heading(2, titleOf(section, lang)),
  ...(section.question ? [paragraph(visibleText(section.question[lang]), 'quiet')] : []),
  ...section.boxes.flatMap((box) => boxNodes(box, asked, lang)),
]

export const titleOf = ({ title }: EditionSection, lang: Language): string => seen(inLanguage(title, lang))

const boxNodes = (box: EditionBox, asked: Asked | undefined, lang: Language): Node[] => [
  heading(3, visibleText(box.title[lang])),
  ...(box.type === 'text'
    ? textNodes(box.text)
    : [
        {
          is: 'bullets' as const,
          as: 'cards' as const,
          items: box.items.map((item) => {
            const facts = factsInWords(item, asked, lang)
            const name = paragraph(nameInWords(item, lang), 'name')
            return facts.length > 0 ? [name, { is: 'facts' as const, facts }] : [name]
          }),
        },
      ]),
]

function textNodes(text: RichText): Node[] {
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
  return visible.map(nodeOf)
}

const firstWords = (block: Block): string =>
  'items' in block ? block.items.flat().map(firstWords).join(' ') : textIn(block.runs)

/** Editions come out of files too: an address that is none of the safe ones is left out here again, its words kept. */
function safeRun({ text, bold, italic, link }: Run): Run {
  const safe = safeLink(link)
  return { text, ...(bold && { bold }), ...(italic && { italic }), ...(safe && { link: safe }) }
}

/** What the plan explains, by the alphabet of readers. */
export function explainedNodes(explained: Edition['explained'], id: string, lang: Language): Node[] {
  const facts = explained
    .toSorted((a, b) => a.word.localeCompare(b.word, lang))
    .map(({ word, meaning }) => ({ word: seen(word), meaning: visibleText(meaning) }))
  return [
    heading(1, OURS.explained[lang], id),
    {
      is: 'bullets',
      as: 'cards',
      items: facts.map(({ word, meaning }) => [paragraph(word, 'name'), paragraph(meaning)]),
    },
  ]
}

export const unplacedNodes = (unplaced: Edition['unplaced'], id: string, lang: Language): Node[] => [
  heading(1, OURS.unplaced[lang], id),
  paragraph(OURS.unplacedAbout[lang], 'quiet'),
  bullets(unplaced.map(visibleText)),
]
