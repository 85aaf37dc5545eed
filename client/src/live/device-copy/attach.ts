import * as Y from 'yjs'
import { fetchDeviceKey } from '../../api/device-key.ts'
import type { LivePlan } from '../live-plan.ts'
import { type CopyOf, type DeviceCopy, type KeptDraft, type Left, openCopy } from './copy.ts'
import { BROUGHT_BACK } from './keeper.ts'
import type { DraftBox } from './parts.ts'

export type AttachNeeds = CopyOf & {
  readonly live: LivePlan
  /** Whether the person may write in the plan now. */
  readonly mayWrite: boolean
  /** The words of some roots of a document, by box. */
  readonly words: (doc: Y.Doc, roots: readonly string[]) => readonly DraftBox[]
}
/** The copy of a page, and what was found on the device that only a person can put to use. */
export type Attached = { readonly copy: DeviceCopy; readonly drafts: readonly KeptDraft[]; readonly unreadable: number }

/** A connection this old has brought all there is (ms). */
const LONG_OPEN = 10_000

/** A plan may live on after its page: it keeps its copy, and the page that returns finds both. */
const attached = new WeakMap<LivePlan, Promise<Attached>>()

/**
 * Keeps the un-acked words of an open plan on the device from now on, and brings back what earlier pages left there: into
 * the plan where it simply joins on, and as a draft where it does not (SPEC SYNC-105, SYNC-106).
 * @throws when the server gives no key, or the device's store does not work
 */
export function attachCopy(needs: AttachNeeds): Promise<Attached> {
  const { live } = needs
  const now = attached.get(live) ?? attach(needs)
  attached.set(live, now)
  now.catch(() => attached.delete(live))
  return now
}

async function attach(needs: AttachNeeds): Promise<Attached> {
  const { live, person, plan, epoch } = needs
  const copy = await openCopy({ person, plan, epoch }, (of) => fetchDeviceKey(plan, of))
  const { left, drafts, unreadable } = await copy.find()
  live.keeper.use(copy)
  const made = (await arrival(live)) ? await bringBack(needs, copy, left) : null
  return { copy, drafts: made ? [...drafts, made] : drafts, unreadable }
}

/** The drafts of an open plan have been read: they go from the device. Where it does not let them go they are shown again. */
export function forgetDrafts(live: LivePlan, { copy, drafts }: Attached): Attached {
  copy.forget(drafts.map(({ key }) => key)).catch(() => {})
  const left: Attached = { copy, drafts: [], unreadable: 0 }
  if (attached.has(live)) attached.set(live, Promise.resolve(left))
  return left
}

/** Nothing is kept of an open plan any more. Resolves when the last write is over. */
export async function detachCopy(live: LivePlan): Promise<void> {
  const now = attached.get(live)
  attached.delete(live)
  live.keeper.use(null)
  await now?.then(
    ({ copy }) => {
      live.keeper.use(null)
      return copy.end()
    },
    () => {},
  )
}

/** @returns a draft of what could not go back into the plan, which has its place on the device; null where all could */
async function bringBack(
  { live, epoch, mayWrite, words }: AttachNeeds,
  copy: DeviceCopy,
  left: readonly Left[],
): Promise<KeptDraft | null> {
  const toRead: { left: Left; boxes: readonly DraftBox[] }[] = []
  for (const each of left) {
    const isNow = each.epoch === epoch
    // Tried on a copy first: changes that do not join on would close the socket, each time the plan is opened.
    const { doc, lacking } = tried(isNow ? Y.encodeStateAsUpdate(live.doc) : null, each)
    if (isNow && mayWrite && !each.refused && lacking === '') {
      copy.takeOver(each)
      live.doc.transact(() => {
        for (const update of each.part.updates) Y.applyUpdate(live.doc, update, BROUGHT_BACK)
      }, BROUGHT_BACK)
    } else {
      const loose = lacking.trim() === '' ? [] : [{ root: '', title: '', words: lacking.trim() }]
      toRead.push({ left: each, boxes: [...words(doc, each.part.roots), ...loose] })
    }
    doc.destroy()
  }
  if (left.length > 0) live.keeper.took()
  const boxes = toRead.flatMap((each) => each.boxes)
  const keys = toRead.flatMap((each) => each.left.keys)
  if (boxes.length > 0) return copy.keepDraft({ boxes }, keys)
  if (keys.length > 0) await copy.forget(keys)
  return null
}

/** What a page left, in a document of its own; `lacking`: words that hang on something nobody has any more. */
function tried(base: Uint8Array | null, { part }: Left): { doc: Y.Doc; lacking: string } {
  const doc = new Y.Doc()
  for (const update of base ? [base, ...part.updates] : part.updates) Y.applyUpdate(doc, update)
  // Titles are told apart by who gave them. Not before: Yjs takes another id when it meets its own.
  doc.clientID = part.client
  const { pendingStructs, pendingDs } = doc.store
  const structs = pendingStructs ? Y.decodeUpdateV2(pendingStructs.update).structs : []
  const words = structs
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ' '))
    .join('')
  return { doc, lacking: words || (pendingStructs || pendingDs ? ' ' : '') }
}

/**
 * True once all of the plan is here; false where it ended before. The first sync may be an older snapshot, and what came
 * after it follows: it is all here once the server has acked our own answer, which it does after that.
 */
function arrival(live: LivePlan): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const done = (isHere: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(isHere)
    }
    const look = () => {
      const link = live.link()
      if (link.is === 'ended') return done(false)
      if (link.is !== 'open') {
        clearTimeout(timer)
        timer = undefined
      } else if (link.saved === 'saved') done(true)
      // Somebody who types without a pause is never quite saved.
      else timer ??= setTimeout(done, LONG_OPEN, true)
    }
    const stop = live.onLink(look)
    look()
  })
}
