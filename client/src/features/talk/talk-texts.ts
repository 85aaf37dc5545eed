import { cellWords, type Found, findWords, lettersOf, SHAPES, type ShapeId, textRoot } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'
import type * as Y from 'yjs'
import { rootChanges } from '../../live/root-changes.ts'
import { wholeAt } from './go-to-place.ts'

/** A text of a place that words can be marked in, and what draws it on this page; `drawn` null: nothing does now. */
export type TalkText = {
  readonly field: string | null
  readonly root: Y.XmlFragment | Y.Text
  readonly drawn: Element | null
}

type At = { readonly box: string; readonly item: string | null; readonly shape: ShapeId | null }

/** The texts of a place: a text box is one; an item has one for each of its cells of words; a list has none of its own. */
export function textsAt(doc: Y.Doc, { box, item, shape }: At): readonly TalkText[] {
  const whole = wholeAt({ box, item })
  if (shape === null)
    return [{ field: null, root: textRoot(doc, box), drawn: whole?.querySelector('.text-box .words') ?? null }]
  if (item === null) return []
  return SHAPES[shape].fields.flatMap(({ id, type }) => {
    const root = type === 'words' ? cellWords(doc, box, item, id) : null
    return root ? [{ field: id, root, drawn: whole?.querySelector(`[data-field="${id}"]`) ?? null }] : []
  })
}

/** What a text reads now. */
export const wordsIn = ({ root }: TalkText): string => lettersOf(root).text

type Finder = { readonly version: number; readonly find: ReturnType<typeof findWords> }
const finders = new WeakMap<Y.Doc, Map<string, Finder>>()

/**
 * Finds the words of a place in its text as it is now (SPEC TALK-3). Each text is read once for all that is said about it, and again
 * when its box has changed. null: the place has no words, or no such text.
 */
export function foundWords(doc: Y.Doc, epoch: string, { box, item, field, words }: TalkPlace): Found | null {
  if (!words) return null
  const known = finders.get(doc) ?? new Map<string, Finder>()
  finders.set(doc, known)
  const key = `${box}\n${item ?? ''}\n${field ?? ''}`
  const version = rootChanges(doc).version(box)
  let finder = known.get(key)
  if (finder?.version !== version) {
    const root = item === null ? textRoot(doc, box) : field === null ? null : cellWords(doc, box, item, field)
    if (!root) return { is: 'gone' }
    finder = { version, find: findWords(root) }
    known.set(key, finder)
  }
  const { from, to, ...quote } = words
  return finder.find(words.epoch === epoch ? { ...quote, from, to } : quote)
}
