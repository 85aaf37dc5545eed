import type { Passages, PassagesOfBox, PassagesOfItem } from '@withy/shared/api'
import {
  actionWords,
  type BoxContent,
  type BoxKey,
  type Item,
  linesOfText,
  OWN_SECTIONS,
  ownActionsKey,
  ownTextKey,
  type Plan,
  readRichText,
  SHAPES,
  sectionsOf,
  signedWords,
  TEMPLATES,
  TITLES,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import type { Authors } from './authors.ts'
import { entryIn } from './entry-in.ts'

/** Who wrote each passage of a plan, read from the items of its document (SPEC STORE-115). */
export function passagesOf(doc: Y.Doc, plan: Plan, { putIn }: Pick<Authors, 'putIn'>): Passages {
  const putInBy = (...path: [root: string, ...keys: string[]]): number[] => {
    const item = entryIn(doc, ...path)
    return item ? putIn(item.id.client, item.lastId.clock, 1).flatMap(({ by }) => (by === undefined ? [] : [by])) : []
  }

  const boxOf = (key: BoxKey, content: BoxContent): PassagesOfBox => {
    if (content.type === 'list')
      return {
        type: 'list',
        shape: content.shape,
        items: content.items.map((item) => itemOf(key, content.shape, item)),
      }
    const root = doc.share.get(key)
    return { type: 'text', lines: root ? linesOfText(readRichText(root, putIn)) : [] }
  }

  function itemOf(key: BoxKey, shape: keyof typeof SHAPES, item: Item): PassagesOfItem {
    const words: Record<string, PassagesOfItem['words'][string]> = {}
    const set: Record<string, number[]> = {}
    for (const { id: field, type } of SHAPES[shape].fields) {
      const value = item.cells[field]
      if (value === undefined) continue
      const content = entryIn(doc, key, item.id, field)?.content
      if (type === 'words' && content instanceof Y.ContentType) words[field] = signedWords(content.type, putIn)
      else {
        const entries = [field, ...(typeof value === 'object' ? value.map((id) => `${field}/${id}`) : [])]
        set[field] = [...new Set(entries.flatMap((entry) => putInBy(key, item.id, entry)))]
      }
    }
    return { item, by: putInBy(key, item.id), words, set }
  }

  const ours = sectionsOf(TEMPLATES[plan.kind]).flatMap(({ id: section }) => {
    const title = plan.titles[section]
    return title ? [{ section, title, by: putInBy(TITLES, section) }] : []
  })
  const own = plan.own.map(({ id, title }) => ({ section: `own:${id}`, title, by: putInBy(OWN_SECTIONS, id, 'title') }))
  const contents = [
    ...Object.entries(plan.boxes),
    ...plan.own.flatMap(({ id, text, actions }): [BoxKey, BoxContent][] => [
      [ownTextKey(id), { type: 'text', text }],
      [ownActionsKey(id), { type: 'list', shape: 'action', items: actions, removed: [] }],
    ]),
  ]
  const written = contents.filter(([, content]) => (content.type === 'text' ? content.text : content.items).length > 0)
  return {
    titles: [...ours, ...own],
    boxes: Object.fromEntries(written.map(([key, content]) => [key, boxOf(key, content)])),
    actions: Object.fromEntries(actionWords(plan)),
  }
}
