import {
  type Block,
  type BoxContent,
  boxesOf,
  easyKey,
  type Item,
  type Plan,
  type RichText,
  SHAPES,
  type ShapeId,
  sectionOfBox,
  sectionsOf,
  TEMPLATES,
} from '@withy/shared/plan'

type Told = Readonly<Record<string, unknown>>

/**
 * A plan as a server of a newer version tells it, so that this version can draw it: what it knows stays as it is, and of
 * everything else the words are kept - a block of a new kind as a paragraph, a new cell as words of its item, a new box among
 * what has no place (SPEC SYNC-83). Only for reading.
 */
export function fromNewer(told: Plan): Plan {
  const known = new Map<string, BoxContent>()
  const unplaced = [...told.unplaced]
  const keep = (where: string, what: unknown) => {
    const words = wordsIn(what).join('\n')
    if (words !== '') unplaced.push({ where, words })
  }
  const boxes = boxesOf(TEMPLATES[told.kind])
  const sections = new Set(sectionsOf(TEMPLATES[told.kind]).map(({ id }) => id))
  const places = new Set([...sections, ...told.own.map(({ id }) => `own:${id}`)])
  for (const [key, content] of Object.entries(told.boxes)) {
    const box = boxes.get(key)
    const isText = content.type === 'text' && box?.type === 'text'
    const isEasy = key === easyKey(sectionOfBox(key)) && places.has(sectionOfBox(key))
    const shape = isEasy ? 'easy' : box?.type === 'list' ? box.shape : undefined
    const isList = content.type === 'list' && content.shape === shape
    if (isText) known.set(key, { ...content, text: blocks(content.text) })
    else if (isList) known.set(key, { ...content, items: content.items.map((item) => itemOf(item, content.shape)) })
    else keep(key, content)
  }
  for (const [section, title] of Object.entries(told.titles)) if (!sections.has(section)) keep(section, title)
  const { kind, boxes: _, titles, own, removedOwn, easyChecked = {}, unplaced: __, ...more } = told
  for (const [where, what] of Object.entries(more)) keep(where, what)
  return {
    kind,
    boxes: Object.fromEntries(known),
    titles,
    own: own.map(({ text, actions, ...rest }) => ({
      ...rest,
      text: blocks(text),
      actions: actions.map((item) => itemOf(item, 'action')),
    })),
    removedOwn,
    easyChecked,
    unplaced,
  }
}

const itemOf = (item: Item, shape: ShapeId): Item => {
  const fields = new Set(SHAPES[shape].fields.map(({ id }) => id))
  const strange = Object.entries(item.cells).filter(([id]) => !fields.has(id))
  return { ...item, other: [...(item.other ?? []), ...strange.flatMap(([, value]) => wordsIn(value))] }
}

const blocks = (text: RichText): RichText => text.map(blockOf)

function blockOf(block: Block): Block {
  if ('runs' in block && (block.type === 'paragraph' || block.type === 'heading')) return block
  if ('items' in block && (block.type === 'bullets' || block.type === 'numbers'))
    return { ...block, items: block.items.map(blocks) }
  return { type: 'paragraph', runs: [{ text: wordsIn(block).join('\n') }] }
}

/** What says how words are meant and is none itself. */
const NOT_WORDS = new Set(['type', 'id', 'lang', 'dir', 'shape', 'origin', 'removed', 'level'])

/** All words in plain data of any form, in their order. */
function wordsIn(what: unknown): string[] {
  if (typeof what === 'string') return what.trim() === '' ? [] : [what]
  if (typeof what === 'number') return [String(what)]
  if (typeof what !== 'object' || what === null) return []
  if (Array.isArray(what)) return what.flatMap(wordsIn)
  return Object.entries(what as Told).flatMap(([name, inner]) => (NOT_WORDS.has(name) ? [] : wordsIn(inner)))
}
