import type * as Y from 'yjs'
import { stableJson } from './canonical.ts'
import { sectionsOf } from './catalogue.ts'
import { easyKey } from './easy/place.ts'
import { makeEntry, putInOrder } from './ordered-map.ts'
import { removeOwnSection, restoreOwnSection, retitleSection, setOwnTitle } from './own-sections.ts'
import { hasWords } from './plain-words.ts'
import type { Plan } from './plan.ts'
import { EASY_CHECKED, OWN_SECTIONS, ownActionsKey, ownTextKey, PLAN_EDIT, TITLE, textRoot } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { type ListWanted, makeItems, restoreItems } from './restore-items.ts'
import { restoreText } from './restore-text.ts'
import { TEMPLATES } from './templates.ts'

/**
 * Edits an open document so that it reads as a plan it once was: one change, of whoever makes it, that can be undone. What
 * reads the same already is not touched, so that what others write there meanwhile stays; words without a place stay as they
 * are (SPEC STORE-116 to STORE-118).
 */
export function restorePlan(doc: Y.Doc, chosen: Plan): void {
  const sections = doc.getMap(OWN_SECTIONS)
  const now = readPlan(doc, chosen.kind)
  const lists = [...listsIn(chosen), ...rowsToTakeOut(now, chosen)]
  for (const list of lists) makeItems(doc, list)
  for (const { id, title } of chosen.own)
    if (!sections.has(id)) makeEntry(doc, sections, { id, fill: (entry) => entry.set(TITLE, title) })
  doc.transact(() => {
    for (const [key, content] of Object.entries(chosen.boxes))
      if (content.type === 'text') restoreText(textRoot(doc, key), content.text)
    for (const list of lists) restoreItems(doc, list)
    restoreTitles(doc, chosen)
    restoreOwn(doc, chosen)
    restoreChecks(doc, now, chosen)
  }, PLAN_EDIT)
}

const listsIn = ({ boxes, own }: Plan): ListWanted[] => [
  ...Object.entries(boxes).flatMap(([key, content]) =>
    content.type === 'list' ? [{ key, shape: content.shape, items: content.items }] : [],
  ),
  ...own.map(({ id, actions }) => ({ key: ownActionsKey(id), shape: 'action' as const, items: actions })),
]

/** Sections that have easy words now and had none then. Those of an own section that goes, go with it. */
function rowsToTakeOut(now: Plan, { kind, boxes, own }: Plan): ListWanted[] {
  const sections = [...sectionsOf(TEMPLATES[kind]).map(({ id }) => id), ...own.map(({ id }) => `own:${id}`)]
  return sections
    .map(easyKey)
    .filter((key) => now.boxes[key] && !boxes[key])
    .map((key) => ({ key, shape: 'easy', items: [] }))
}

function restoreChecks(doc: Y.Doc, { easyChecked: now }: Plan, { easyChecked: wanted }: Plan): void {
  const checks = doc.getMap(EASY_CHECKED)
  for (const section of Object.keys(now)) if (!wanted[section]) checks.delete(section)
  for (const [section, check] of Object.entries(wanted))
    if (stableJson(now[section]) !== stableJson(check)) checks.set(section, { ...check })
}

// What reads the same is left alone: a blank title is none.
function restoreTitles(doc: Y.Doc, { kind, titles }: Plan): void {
  const now = readPlan(doc, kind).titles
  for (const { id } of sectionsOf(TEMPLATES[kind]))
    if (shown(now[id]) !== shown(titles[id])) retitleSection(doc, id, shown(titles[id]))
}

function restoreOwn(doc: Y.Doc, { kind, own }: Plan): void {
  const wanted = new Set(own.map(({ id }) => id))
  const { own: here, removedOwn } = readPlan(doc, kind)
  const titles = new Map([...here, ...removedOwn].map(({ id, title }) => [id, title]))
  for (const { id } of here) if (!wanted.has(id)) removeOwnSection(doc, id)
  for (const { id, title, text } of own) {
    restoreOwnSection(doc, id)
    if (shown(titles.get(id)) !== shown(title)) setOwnTitle(doc, id, title)
    restoreText(textRoot(doc, ownTextKey(id)), text)
  }
  putInOrder(doc.getMap(OWN_SECTIONS), [...wanted])
}

const shown = (title: string | undefined): string | null => (title && hasWords(title) ? title : null)
