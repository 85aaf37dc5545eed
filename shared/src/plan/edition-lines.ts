import type { Language, Words } from './catalogue.ts'
import { dayOf } from './dates.ts'
import { type EditionItem, type EditionSection, type EditionValue, inLanguage } from './edition.ts'
import type { Block, BlockLanguage, RichText } from './plan.ts'
import { spokenIn } from './spoken/languages.ts'

/** One line as it is read. `look`: all there is to see of it, marks too; `under`: what it belongs to. */
export type ReadLine = BlockLanguage & { readonly words: string; readonly look: string; readonly under: string }

/** Words in which there is nothing more to see. */
export const plainLine = (words: string): ReadLine => ({ words, look: words, under: '' })
const lineUnder = (words: string, under: string): ReadLine => ({ words, look: words, under })

/**
 * A section line by line in one language: its title, each block of its texts, each item with its facts. @param twin the section as it
 * is in another edition: what is asked and what boxes are called is told where it is put otherwise there
 */
export function linesOf(section: EditionSection, lang: Language, twin?: EditionSection): ReadLine[] {
  const title = inLanguage(section.title, lang)
  const asked = otherwise(section.question, twin?.question, lang)
  return [
    plainLine(title),
    ...asked,
    ...section.boxes.flatMap((box) => {
      const under = box.title[lang]
      // What easy words are called says whether they were checked: that is a line of its own, with nothing to compare too.
      const isEasy = box.type === 'list' && box.shape === 'easy'
      const twinBox = twin?.boxes.find(({ key }) => key === box.key)
      const called = isEasy ? [plainLine(under)] : otherwise(box.title, twinBox?.title, lang)
      return box.type === 'text'
        ? [...called, ...blockLines(box.text, under)]
        : [...called, ...box.items.flatMap((item) => itemLines(item, under, lang))]
    }),
  ]
}

/** Words of ours where they are other ones than these; none where there is nothing to compare them with. */
const otherwise = (ours: Words | undefined, others: Words | undefined, lang: Language): ReadLine[] =>
  ours && others && ours[lang] !== others[lang] ? [plainLine(ours[lang])] : []

const blockLines = (text: RichText, under: string, around: BlockLanguage = {}): ReadLine[] =>
  text.flatMap((block) => {
    const { lang = around.lang, dir = around.dir } = block
    const language = { ...(lang && { lang }), ...(dir && { dir }) }
    if ('items' in block)
      return block.items
        .flatMap((blocks) => blockLines(blocks, under, language))
        .map((line) => ({ ...line, look: `${block.type} ${line.look}` }))
    return [{ words: wordsOfBlock(block), look: JSON.stringify(block), under, ...language }]
  })

const wordsOfBlock = (block: Extract<Block, { runs: unknown }>): string => block.runs.map(({ text }) => text).join('')

function itemLines({ name, facts, origin, other = [] }: EditionItem, box: string, lang: Language): ReadLine[] {
  const called = name ? valueInWords(name, lang) : ''
  return [
    spokenLine(lineUnder(called, box), name),
    ...facts.map(({ label, value }) =>
      spokenLine(lineUnder(`${label[lang]}: ${valueInWords(value, lang)}`, called), value, true),
    ),
    ...other.map((words) => lineUnder(words, called)),
    ...(origin?.from === 'workshop' ? origin.said.map(({ by, words }) => lineUnder(`${by}: ${words}`, called)) : []),
  ]
}

/** The language that is said of a value is part of how it reads. @param isMixed words of ours stand before it, in the page's language */
function spokenLine(line: ReadLine, value: EditionValue | undefined, isMixed = false): ReadLine {
  const said = value?.is === 'words' ? value.lang : undefined
  return said ? { ...line, look: `${line.look}\n${said}`, ...(!isMixed && spokenIn(said)) } : line
}

/** A value of an edition as words: the day in full for a date, people's own words apart from each other by more than a comma. */
export function valueInWords(value: EditionValue, lang: Language): string {
  if (value.is === 'words') return value.words
  if (value.is === 'date') return Number.isNaN(Date.parse(value.date)) ? value.date : dayOf(lang, value.date)
  if (value.is === 'scale') return `${value.scale} / 10`
  return value.named.map((one) => inLanguage(one, lang)).join(value.is === 'actions' ? ' · ' : ', ')
}
