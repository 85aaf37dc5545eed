import {
  type BlockLanguage,
  dayOf,
  type EditionItem,
  type EditionOrigin,
  type EditionValue,
  inLanguage,
  isVisible,
  type Language,
  type Run,
} from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import type { Asked } from './exported.ts'
import { type Fact, words } from './nodes.ts'
import { OURS } from './words.ts'

/** What an item is called, as a reader meets it. */
export function nameInWords({ name }: EditionItem, lang: Language): string {
  const found = name ? valueInWords(name, lang) : ''
  return isVisible(found) ? found : OURS.noWords[lang]
}

type Given = {
  /** Words of a cell with what is said about them. */
  readonly cellOf?: (field: string) => readonly Run[] | undefined
  /** What is said of people's words that say no language themselves. */
  readonly theirs?: BlockLanguage
}

/** What is said of a value in a copy: its own language, else `theirs` where it is words that people wrote. */
export function languageOf(value: EditionValue, copy: Language, theirs: BlockLanguage): BlockLanguage {
  if (value.is === 'words' && value.lang) return value.lang === copy ? {} : { lang: value.lang }
  return value.is === 'words' || value.is === 'actions' ? theirs : {}
}

/** The rest of an item: each filled field with its label, where it came from, whatever else was in it, and what is asked of it. */
export function factsInWords(
  item: EditionItem,
  asked: Asked | undefined,
  lang: Language,
  { cellOf, theirs = {} }: Given = {},
): Fact[] {
  const facts = [
    ...item.facts.map(({ field, label, value }) => {
      const plain = { ...fact(label[lang], valueInWords(value, lang)), ...languageOf(value, lang, theirs) }
      const runs = cellOf?.(field)
      return runs ? { ...plain, runs: visibleRuns(runs) } : plain
    }),
    ...(item.origin ? [fact(OURS.from[lang], originInWords(item.origin, lang))] : []),
    ...(item.other ?? []).map((other) => ({ ...fact(OURS.alsoWritten[lang], visibleText(other)), ...theirs })),
    ...askedOf(item, asked, lang),
  ]
  return facts.filter(({ runs }) => runs.some(({ text }) => isVisible(text)))
}

/** Words of a cell with what is said about them. */
export const visibleRuns = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, text: visibleText(run.text) }))

const fact = (label: string, text: string): Fact => ({ label, ...words(text) })

/** The same words before that day and after it: a copy is read on any day (SPEC WORK-116). */
function askedOf({ id }: EditionItem, asked: Asked | undefined, lang: Language): Fact[] {
  const on = asked?.on.get(id)
  if (!asked || on === undefined) return []
  const question = `${OURS.didItHappen[lang]} ${dayOf(lang, on)}. ${OURS.answerHere[lang]} `
  return [{ label: OURS.afterWorkshop[lang], runs: [{ text: question }, { text: asked.address, link: asked.address }] }]
}

/** A cell in words: labels for choices and features, names for people, days in full. */
export function valueInWords(value: EditionValue, lang: Language): string {
  if (value.is === 'words') return visibleText(value.words)
  if (value.is === 'date') return dayOf(lang, value.date)
  if (value.is === 'scale') return `${value.scale} ${OURS.outOfTen[lang]}`
  // Words of people often hold a comma: between those of actions stands something else.
  if (value.is === 'actions')
    return value.named.map((named) => seen(inLanguage(named, lang)) || OURS.noWords[lang]).join(' · ')
  return visibleText(value.named.map((named) => inLanguage(named, lang)).join(', '))
}

function originInWords(origin: EditionOrigin, lang: Language): string {
  if (origin.from !== 'workshop') {
    const from = origin.from === 'idea' ? OURS.fromIdea : OURS.fromPlan
    return visibleText(`${from[lang]} ${inLanguage(origin.title, lang)}`)
  }
  const said = `${OURS.saidBy[lang]} ${origin.by.join(', ')} ${OURS.inWorkshop[lang]} (${dayOf(lang, origin.on)})`
  return visibleText([said, ...origin.said.map(({ by, words }) => `${by}: “${words}”`)].join(' · '))
}
