import { PLAN_EDIT, type RichText, writeRichText } from '@withy/shared/plan'
import * as Y from 'yjs'

/**
 * The one undo manager of a plan: every root, this screen's own changes only, living as long as the plan and not as
 * long as an editor (SPEC SYNC-55, SYNC-56). Our list edits are tracked from the start; an editor adds its own origin
 * with `addTrackedOrigin` when it is loaded, so that pages which only read load no editor.
 */
export function createUndo(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc, {
    trackedOrigins: new Set<unknown>([PLAN_EDIT]),
    captureTimeout: 800,
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: (item) => !holdsOthersWork(item, doc.clientID),
  })
}

/** Words in a document that nobody else has, with an undo of its own. */
export function forkOf(text: RichText): { readonly fragment: Y.XmlFragment; readonly undo: Y.UndoManager } {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('words')
  doc.transact(() => writeRichText(fragment, text))
  return { fragment, undo: createUndo(doc) }
}

/**
 * Taking back "I made this paragraph" must not take what somebody else has since written in it. Yjs asks from the
 * innermost item outwards, so what is left inside by then is not ours to take. (Items of lists need no such care: our
 * list edits put an item in and take it out by a mark, never by making and unmaking it.)
 */
const holdsOthersWork = (item: Y.Item, self: number): boolean =>
  item.content instanceof Y.ContentType && hasWorkOfOthers(item.content.type, self)

/** What a type holds, whatever its events are. */
type Inside = Pick<Y.AbstractType<unknown>, '_start' | '_map'>

function hasWorkOfOthers(type: Inside, self: number): boolean {
  for (let child = type._start; child !== null; child = child.right) if (isWorkOfOthers(child, self)) return true
  return [...type._map.values()].some((child) => isWorkOfOthers(child, self))
}

const isWorkOfOthers = (item: Y.Item, self: number): boolean =>
  !item.deleted && ((item.id.client !== self && item.content.isCountable()) || holdsOthersWork(item, self))
