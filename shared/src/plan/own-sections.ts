import type * as Y from 'yjs'
import { addEntry, entryOf, moveEntry, type OrderedMap, setRemoved } from './ordered-map.ts'
import { OWN_SECTIONS, PLAN_EDIT, TITLE, TITLES } from './plan-doc.ts'

const sections = (doc: Y.Doc): OrderedMap => doc.getMap(OWN_SECTIONS)

/** Adds a section of the group's own at the end and returns its id. Its text and actions are the roots `own:<id>.…`. */
export const addOwnSection = (doc: Y.Doc, { title }: { readonly title: string }): string =>
  addEntry(doc, sections(doc), { fill: (entry) => entry.set(TITLE, title) })

export function setOwnTitle(doc: Y.Doc, id: string, title: string): void {
  const entry = entryOf(sections(doc), id)
  if (entry && entry.get(TITLE) !== title) doc.transact(() => entry.set(TITLE, title), PLAN_EDIT)
}

/** Takes an own section out. Its words are kept, and it can be put back. */
export const removeOwnSection = (doc: Y.Doc, id: string): void => setRemoved(doc, sections(doc), id, true)

export const restoreOwnSection = (doc: Y.Doc, id: string): void => setRemoved(doc, sections(doc), id, false)

/** Moves an own section past its neighbour. false where there is none. */
export const moveOwnSection = (doc: Y.Doc, id: string, way: 'up' | 'down'): boolean =>
  moveEntry(doc, sections(doc), id, way)

/** Gives a section of the catalogue this group's own title; null gives it ours again. */
export function retitleSection(doc: Y.Doc, section: string, title: string | null): void {
  const titles = doc.getMap<string>(TITLES)
  if ((titles.get(section) ?? null) === title) return
  doc.transact(() => (title === null ? titles.delete(section) : titles.set(section, title)), PLAN_EDIT)
}

/** Whether the title that a section (`own:<id>` for an own one) has now was given in this copy of the document, and came from no other. */
export function isTitledHere(doc: Y.Doc, section: string): boolean {
  const own = section.startsWith('own:') && entryOf(sections(doc), section.slice(4))
  const title = own ? own._map.get(TITLE) : doc.getMap(TITLES)._map.get(section)
  return title?.id.client === doc.clientID
}
