import type * as Y from 'yjs'
import { type BoxKey, boxesOf, type PlanKind, sectionsOf } from './catalogue.ts'
import { easyKey } from './easy/place.ts'
import { TEMPLATES } from './templates.ts'

/** Root maps besides the boxes: sections a group added, titles it gave to sections of ours, and who went through easy words. */
export const OWN_SECTIONS = 'plan.sections'
export const TITLES = 'plan.titles'
export const EASY_CHECKED = 'plan.easy'

/** Entries of an item and of an own section that are not words of people. */
export const ORDER = 'order'
export const REMOVED = 'removed'
export const ORIGIN = 'origin'
export const STANDS_FOR = 'of'
export const SPOKEN = 'lang'
export const TITLE = 'title'

/** Origin of transactions made by our list edits; an undo manager tracks it. */
export const PLAN_EDIT = Symbol('plan edit')

/**
 * Origin of making an item or section, which stays out of undo: it is made as *removed* and then put in by a
 * PLAN_EDIT. So undoing an addition takes it out and keeps the words that others wrote in it (SPEC PLAN-11).
 */
export const PLAN_MAKE = Symbol('plan make')

export const ownTextKey = (id: string): BoxKey => `own:${id}.text`
export const ownActionsKey = (id: string): BoxKey => `own:${id}.actions`

const OWN_ID = /^[A-Za-z0-9_-]{1,40}$/
const OWN_ROOT = /^own:([A-Za-z0-9_-]{1,40})\.(text|actions)$/
const OWN_EASY_ROOT = /^easy:own:[A-Za-z0-9_-]{1,40}$/

/** Whether an id may name an own section: roots and page addresses are made of it. */
export const isOwnId = (id: string): boolean => OWN_ID.test(id)

const easyOf = (kind: PlanKind): readonly BoxKey[] => sectionsOf(TEMPLATES[kind]).map(({ id }) => easyKey(id))

// Made once: the gate asks for every struct that arrives.
const rootsOf = (kind: PlanKind): ReadonlySet<string> =>
  new Set([OWN_SECTIONS, TITLES, EASY_CHECKED, ...boxesOf(TEMPLATES[kind]).keys(), ...easyOf(kind)])
const ROOTS: Readonly<Record<PlanKind, ReadonlySet<string>>> = { area: rootsOf('area'), support: rootsOf('support') }

// Roots whose entries are made of entries: items, and the group's own sections.
const listsOf = (kind: PlanKind): ReadonlySet<string> =>
  new Set([
    OWN_SECTIONS,
    ...Array.from(boxesOf(TEMPLATES[kind]), ([key, { type }]) => (type === 'list' ? key : '')),
    ...easyOf(kind),
  ])
const LISTS: Readonly<Record<PlanKind, ReadonlySet<string>>> = { area: listsOf('area'), support: listsOf('support') }

/** Whether a root of this name holds items or own sections, each a Y.Map of its own. */
export const isListRoot = (kind: PlanKind, name: string): boolean =>
  LISTS[kind].has(name) || OWN_ROOT.exec(name)?.[2] === 'actions' || OWN_EASY_ROOT.test(name)

/** Whether a document of this kind of plan has a place for a root of this name (SPEC PLAN-2). */
export const isKnownRoot = (kind: PlanKind, name: string): boolean =>
  ROOTS[kind].has(name) || OWN_ROOT.test(name) || isEasyRoot(kind, name)

/** Whether a root of this name holds the rows of a section in easy words. */
export const isEasyRoot = (kind: PlanKind, name: string): boolean =>
  OWN_EASY_ROOT.test(name) || (name.startsWith('easy:') && ROOTS[kind].has(name))

/** The text of a box. Asking for it writes nothing. */
export const textRoot = (doc: Y.Doc, key: BoxKey): Y.XmlFragment => doc.getXmlFragment(key)

/** The items of a list box by id, and whatever else somebody put there: `readList` reads it. Asking for it writes nothing. */
export const listRoot = (doc: Y.Doc, key: BoxKey): Y.Map<unknown> => doc.getMap(key)

/**
 * The entry of an item that says whether one tick of a cell is set, true or false. Each tick is an entry of its own, so
 * that people who tick at the same time all keep theirs (SPEC PLAN-103). Over an array of ids in the cell itself, as
 * another program may write it, the entry decides.
 */
export const tickKey = (field: string, id: string): string => `${field}/${id}`

/** The field and the id that a tick's entry is named after; null for any other entry. */
export function tickOf(name: string): { readonly field: string; readonly id: string } | null {
  const slash = name.indexOf('/')
  return slash > 0 && slash < name.length - 1 ? { field: name.slice(0, slash), id: name.slice(slash + 1) } : null
}
