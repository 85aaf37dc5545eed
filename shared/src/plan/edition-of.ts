import { actionsShown, actionWords } from './actions-of.ts'
import { behindWorkshop } from './behind-workshop.ts'
import { OWN_WORDS, shownTitle } from './box-titles.ts'
import { canonicalItem, canonicalText } from './canonical.ts'
import { type Box, boxKey, type Field, type Section, type ShapeId, type Words } from './catalogue.ts'
import { photoOf } from './easy/photo.ts'
import { pictureOf } from './easy/pictures.ts'
import { easyKey } from './easy/place.ts'
import { easyTitle } from './easy/status.ts'
import type { Edition, EditionBox, EditionItem, EditionOrigin, EditionSection, EditionValue, Shown } from './edition.ts'
import { FEATURES } from './features.ts'
import { IDEAS } from './ideas.ts'
import { itemInSection } from './in-section.ts'
import type { Item, Origin, OwnSection, Plan } from './plan.ts'
import { ownActionsKey, ownTextKey } from './plan-doc.ts'
import { namedBy, SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'
import { isVisible } from './visible.ts'
import { say } from './wording.ts'

/** Words of ours that stand in every plan, beside those of its catalogue. */
const OWN_PART = say('Sections of our own', 'Ein hadrannau ein hunain')
const SOMEONE_GONE = say('Someone who is no longer in this plan', 'Rhywun nad yw yn y cynllun hwn mwyach')
const SOME_PICTURE = say('A picture', 'Llun')
const OWN_PHOTO = say('A photo of our own', 'Llun ein hunain')
const NO_WORDS = say('No words yet', 'Dim geiriau eto')

/** A plan and what the database knows of it. `names`: of everybody who is or was in it, told apart, by id. */
export type ToRead = {
  readonly title: string
  /** In which language its words are (BCP 47); null or absent: nobody said. */
  readonly lang?: string | null
  readonly plan: Plan
  readonly names: ReadonlyMap<string, string>
  readonly explained: readonly { readonly word: string; readonly meaning: string }[]
}

/** What is needed to name what cells hold by id. */
type Known = { readonly names: ReadonlyMap<string, string>; readonly actions: ReadonlyMap<string, string> }

/**
 * The plan as it reads now. Boxes without words are left out; sections without any are named once a part; a folded part in which
 * nobody wrote or named anything is left out whole. Two plans that read the same give equal editions (SPEC PLAN-26, PLAN-27).
 */
export function editionOf({ title, lang, plan, names, explained }: ToRead): Edition {
  const known = { names, actions: actionWords(plan) }
  const parts = TEMPLATES[plan.kind].parts.map((part) => {
    const sections = part.sections.map((section) => ({
      ...sectionOf(section, plan.titles[section.id]),
      boxes: [...section.boxes.flatMap((box) => boxOf(section, box, plan, known)), ...easyBox(section.id, plan, known)],
    }))
    const isTouched = sections.some(({ boxes, title }) => boxes.length > 0 || typeof title === 'string')
    return { id: part.id, title: part.title, ...byWritten(sections), isShown: !part.folded || isTouched }
  })
  const own = plan.own.map((section) => ownOf(section, plan, known))
  const ownPart = { id: 'own', title: OWN_PART, ...byWritten(own), isShown: own.length > 0 }
  return {
    edition: 1,
    kind: plan.kind,
    title: isVisible(title) ? title : '',
    ...(lang && { lang }),
    parts: [...parts, ownPart].filter(({ isShown }) => isShown).map(({ isShown, ...part }) => part),
    explained: explained.map(({ word, meaning }) => ({ word, meaning })).toSorted(byWord),
    unplaced: plan.unplaced.filter(({ words }) => isVisible(words)).map(({ words }) => words),
  }
}

const byWord = (a: { readonly word: string }, b: { readonly word: string }): number =>
  a.word < b.word ? -1 : a.word > b.word ? 1 : 0

const byWritten = (sections: readonly EditionSection[]) => ({
  sections: sections.filter(({ boxes }) => boxes.length > 0),
  empty: sections.filter(({ boxes }) => boxes.length === 0).map(({ title }) => title),
})

const sectionOf = ({ id, title, question, codes }: Section, given: string | undefined) => ({
  id,
  title: shownTitle(given, title),
  question,
  ...(codes.length > 0 && { codes }),
})

function boxOf(section: Section, box: Box, plan: Plan, known: Known): EditionBox[] {
  const key = boxKey(section.id, box.id)
  const content = plan.boxes[key]
  if (content?.type === 'list') {
    const items = content.items.map((item) => itemInSection(item, section.features))
    return listBox(key, box.title, content.shape, items, known)
  }
  return textBox(key, box.title, content?.text ?? [])
}

const ownOf = ({ id, title, text, actions }: OwnSection, plan: Plan, known: Known): EditionSection => ({
  id: `own:${id}`,
  title: shownTitle(title, OWN_WORDS.section),
  boxes: [
    ...textBox(ownTextKey(id), OWN_WORDS.text, text),
    ...listBox(ownActionsKey(id), OWN_WORDS.actions, 'action', actions, known),
    ...easyBox(`own:${id}`, plan, known),
  ],
})

/** The rows of a section in easy words come after all of its own words. Their title says whether they were checked (SPEC EASY-12). */
function easyBox(section: string, plan: Plan, known: Known): EditionBox[] {
  const key = easyKey(section)
  const content = plan.boxes[key]
  if (content?.type !== 'list') return []
  return listBox(key, easyTitle(content.items, plan.easyChecked[section]), 'easy', content.items, known)
}

function textBox(key: string, title: EditionBox['title'], words: Parameters<typeof canonicalText>[0]): EditionBox[] {
  const text = canonicalText(words)
  return text.length > 0 ? [{ key, title, type: 'text', text }] : []
}

const listBox = (
  key: string,
  title: EditionBox['title'],
  shape: ShapeId,
  items: readonly Item[],
  known: Known,
): EditionBox[] =>
  items.length > 0 ? [{ key, title, type: 'list', shape, items: items.map((item) => itemOf(item, shape, known)) }] : []

function itemOf(given: Item, shape: ShapeId, known: Known): EditionItem {
  const item = canonicalItem(given)
  const first = namedBy(item, SHAPES[shape])
  const name = first && valueIn(first, item, known)
  const facts = SHAPES[shape].fields.flatMap((field) => {
    if (field === first) return []
    const value = valueIn(field, item, known)
    return value ? [{ field: field.id, label: field.label, value }] : []
  })
  return {
    id: item.id,
    ...(name && { name }),
    facts,
    ...(item.origin && { origin: originOf(item, item.origin) }),
    ...(item.other && { other: item.other }),
  }
}

function valueIn(field: Field, { cells, lang }: Item, { names, actions }: Known): EditionValue | undefined {
  const value = cells[field.id]
  if (value === undefined) return undefined
  if (typeof value === 'object') {
    if (field.type === 'people') return listed('people', value, (id) => names.get(id) ?? SOMEONE_GONE)
    if (field.type === 'actions') return listed('actions', actionsShown(value, actions), (id) => named(id, actions))
    return listed('labels', value, (id) => FEATURES.find((feature) => feature.id === id)?.title ?? id)
  }
  if (field.type === 'picture') return { is: 'labels', named: [pictureCalled(String(value))], picture: String(value) }
  if (field.type === 'date') return { is: 'date', date: String(value) }
  if (field.type === 'scale') return { is: 'scale', scale: Number(value) }
  if (field.type === 'choice')
    return listed('labels', [String(value)], (id) => field.options.find((option) => option.id === id)?.label ?? id)
  const spoken = field.type === 'words' && (field.lang ?? lang)
  return { is: 'words', words: String(value), ...(spoken && { lang: spoken }) }
}

/** Of a photo people say in the cell beside it what it shows. */
const pictureCalled = (picture: string): Words =>
  photoOf(picture) === null ? (pictureOf(picture)?.alt ?? SOME_PICTURE) : OWN_PHOTO

const named = (id: string, actions: ReadonlyMap<string, string>): Shown => {
  const words = actions.get(id) ?? ''
  return isVisible(words) ? words : NO_WORDS
}

const listed = (
  is: 'labels' | 'people' | 'actions',
  ids: readonly string[],
  call: (id: string) => Shown,
): EditionValue | undefined => (ids.length > 0 ? { is, named: ids.map(call) } : undefined)

function originOf(item: Item, origin: Origin): EditionOrigin {
  if (origin.from === 'plan') return { from: 'plan', title: origin.title }
  if (origin.from === 'idea')
    return { from: 'idea', title: IDEAS.find(({ id }) => id === origin.idea)?.title ?? origin.idea }
  const { names, ownWords } = behindWorkshop(item, origin)
  return { from: 'workshop', on: origin.on, by: names, said: ownWords }
}
