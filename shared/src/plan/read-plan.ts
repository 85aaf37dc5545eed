import * as Y from 'yjs'
import { type Box, type BoxKey, boxesOf, type PlanKind, sectionsOf, type Template } from './catalogue.ts'
import { easyKey } from './easy/place.ts'
import { byOrder, isOrder } from './order.ts'
import { hasWords, wellFormed } from './plain-words.ts'
import type { BoxContent, EasyCheck, OwnSection, Plan } from './plan.ts'
import {
  EASY_CHECKED,
  isOwnId,
  ORDER,
  OWN_SECTIONS,
  ownActionsKey,
  ownTextKey,
  REMOVED,
  TITLE,
  TITLES,
} from './plan-doc.ts'
import { isDate, readList } from './read-items.ts'
import { readRichText } from './rich-text.ts'
import { SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'
import { entriesOf, isType, wordsInPieces, wordsWithin, type YType } from './yjs-content.ts'

/**
 * Reads a document as a plan. Takes any Yjs content and never throws; writes nothing. Words it has no place for are in
 * `unplaced` (SPEC PLAN-1, PLAN-3, PLAN-4).
 */
export function readPlan(doc: Y.Doc, kind: PlanKind): Plan {
  const reader = new Reader(doc)
  const template = TEMPLATES[kind]
  const boxes = Object.fromEntries(Array.from(boxesOf(template), ([key, box]) => [key, reader.box(key, box)]))
  const titles = reader.titles(template)
  const own = reader.ownSections()
  const easy = reader.easyRows(template, own)
  return {
    kind,
    boxes: { ...boxes, ...Object.fromEntries(easy) },
    titles,
    own: own.filter((section) => !section.removed).map((section) => section.section),
    removedOwn: own.filter((section) => section.removed).map((section) => section.section),
    easyChecked: reader.easyChecked(easy.map(([key]) => key)),
    unplaced: reader.unplaced(),
  }
}

type FoundOwn = {
  readonly id: string
  readonly order: unknown
  readonly removed: boolean
  readonly section: OwnSection
}

/** Reads roots one by one and remembers which were read and what was left over, so that nothing is forgotten. */
class Reader {
  readonly #doc: Y.Doc
  readonly #read = new Set<string>()
  readonly #stray = new Map<string, readonly string[]>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  box(key: string, box: Pick<Box, 'type'> & { shape?: keyof typeof SHAPES }): BoxContent {
    if (box.type === 'text') return { type: 'text', text: this.#text(key) }
    const shape = box.shape as keyof typeof SHAPES
    return { type: 'list', shape, ...this.#list(key, shape) }
  }

  titles(template: Template): Record<string, string> {
    const sections = new Set(sectionsOf(template).map((section) => section.id))
    const root = this.#root(TITLES)
    const stray = wordsInPieces(root)
    const titles: [string, string][] = []
    for (const [section, value] of entriesOf(root)) {
      const words = titleOf(value)
      if (sections.has(section) && words !== null) titles.push([section, words])
      else stray.push(...wordsWithin(value))
    }
    this.#keep(TITLES, stray)
    return Object.fromEntries(titles)
  }

  ownSections(): FoundOwn[] {
    const root = this.#root(OWN_SECTIONS)
    const stray = wordsInPieces(root)
    const found: FoundOwn[] = []
    for (const [id, value] of entriesOf(root)) {
      if (isType(value) && isOwnId(id)) found.push(this.#ownSection(id, value, stray))
      else stray.push(...wordsWithin(value))
    }
    this.#keep(OWN_SECTIONS, stray)
    return found.sort(byOrder)
  }

  /** Rows of easy words by box. Those of an own section that was taken out are taken out with it. */
  easyRows(template: Template, own: readonly FoundOwn[]): [BoxKey, BoxContent][] {
    const sections = [
      ...sectionsOf(template).map(({ id }) => ({ section: id, isOut: false })),
      ...own.map(({ id, removed }) => ({ section: `own:${id}`, isOut: removed })),
    ]
    return sections.flatMap(({ section, isOut }): [BoxKey, BoxContent][] => {
      const { items, removed } = this.#list(easyKey(section), 'easy')
      if (items.length + removed.length === 0) return []
      const rows = isOut ? { items: [], removed: [...items, ...removed] } : { items, removed }
      return [[easyKey(section), { type: 'list', shape: 'easy', ...rows }]]
    })
  }

  easyChecked(keys: readonly BoxKey[]): Record<string, EasyCheck> {
    const root = this.#root(EASY_CHECKED)
    const stray = wordsInPieces(root)
    const checks = entriesOf(root).flatMap(([section, value]): [string, EasyCheck][] => {
      const check = readCheck(value)
      if (!check) stray.push(...wordsWithin(value))
      return check && keys.includes(easyKey(section)) ? [[section, check]] : []
    })
    this.#keep(EASY_CHECKED, stray)
    return Object.fromEntries(checks)
  }

  unplaced(): Plan['unplaced'] {
    for (const [name, root] of this.#doc.share) if (!this.#read.has(name)) this.#keep(name, wordsWithin(root))
    return Array.from(this.#stray, ([where, words]) => ({ where: wellFormed(where), words: words.join('\n') })).sort(
      (a, b) => (a.where < b.where ? -1 : 1),
    )
  }

  #ownSection(id: string, entry: YType, stray: string[]): FoundOwn {
    stray.push(...wordsInPieces(entry))
    const entries = new Map(entriesOf(entry))
    const title = titleOf(entries.get(TITLE))
    for (const [name, value] of entries)
      if (!(name === TITLE && title !== null) && !(name === ORDER && isOrder(value))) stray.push(...wordsWithin(value))
    const actions = this.#list(ownActionsKey(id), 'action')
    return {
      id,
      order: entries.get(ORDER),
      removed: entries.get(REMOVED) === true,
      section: {
        id,
        title: title ?? '',
        text: this.#text(ownTextKey(id)),
        actions: actions.items,
        removedActions: actions.removed,
      },
    }
  }

  #text(key: string) {
    const root = this.#root(key)
    this.#keep(
      key,
      entriesOf(root).flatMap(([, value]) => wordsWithin(value)),
    )
    return readRichText(root)
  }

  #list(key: string, shape: keyof typeof SHAPES) {
    const { items, removed, stray } = readList(this.#root(key), SHAPES[shape])
    this.#keep(key, stray)
    return { items, removed }
  }

  /** Not `doc.get`: that throws where the root was named as another type, and would name it for good. */
  #root(name: string): YType {
    this.#read.add(name)
    return this.#doc.share.get(name) ?? new Y.Map()
  }

  #keep(where: string, words: readonly string[]): void {
    if (words.length > 0) this.#stray.set(where, words)
  }
}

/** A title is a plain string; a Y.Text is read too. null: there is none, or it is something else. */
function titleOf(value: unknown): string | null {
  if (isType(value)) {
    const words = wordsWithin(value)
    return words.length === 1 ? (words[0] as string) : null
  }
  return typeof value === 'string' && hasWords(value) ? wellFormed(value) : null
}

function readCheck(value: unknown): EasyCheck | null {
  if (value === null || typeof value !== 'object' || isType(value)) return null
  const { by, supporter, on, rows } = value as Record<string, unknown>
  if (typeof by !== 'string' || !hasWords(by) || !isDate(on) || typeof rows !== 'string') return null
  const helped = typeof supporter === 'string' && hasWords(supporter) && wellFormed(supporter)
  return { by: wellFormed(by), ...(helped && { supporter: helped }), on, rows: wellFormed(rows) }
}
