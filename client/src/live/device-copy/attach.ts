import { ORDER } from '@withy/shared/plan'
import * as Y from 'yjs'
import { fetchDeviceKey } from '../../api/device-key.ts'
import type { LivePlan } from '../live-plan.ts'
import { isCopyOn } from './copies-on.ts'
import { type CopyOf, type DeviceCopy, type KeptDraft, type Left, openCopy } from './copy.ts'
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
 * @throws when the server gives no key, the device's store does not work, or the copy was switched off meanwhile
 */
export function attachCopy(needs: AttachNeeds): Promise<Attached> {
  const { live } = needs
  const now = attached.get(live) ?? attach(needs)
  attached.set(live, now)
  now.catch(() => attached.get(live) === now && attached.delete(live))
  return now
}

async function attach(needs: AttachNeeds): Promise<Attached> {
  const { live, person, plan, epoch } = needs
  const copy = await openCopy({ person, plan, epoch }, (of) => fetchDeviceKey(plan, of))
  const { left, drafts, unreadable } = await copy.find()
  // Another tab may have switched it off since: what this page put there now nobody would take away.
  if (!isCopyOn(plan)) throw new Error('The copy was switched off')
  live.keeper.use(copy)
  if (!(await arrival(live))) return { copy, drafts, unreadable }
  const { draft, lost } = await bringBack(needs, copy, left)
  return { copy, drafts: draft ? [...drafts, draft] : drafts, unreadable: unreadable + lost }
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

/**
 * @returns a draft of what could not go back into the plan, which has its place on the device, null where all could; and how
 * many rows held changes of which nothing could be read
 */
async function bringBack(
  { live, epoch, mayWrite, words }: AttachNeeds,
  copy: DeviceCopy,
  left: readonly Left[],
): Promise<{ draft: KeptDraft | null; lost: number }> {
  const toRead: { left: Left; boxes: readonly DraftBox[] }[] = []
  let lost = 0
  for (const each of left) {
    const isNow = each.epoch === epoch
    // Tried on a copy first: changes that do not join on would close the socket, each time the plan is opened.
    const { doc, lacking } = tried(isNow ? Y.encodeStateAsUpdate(live.doc) : null, each)
    if (isNow && mayWrite && !each.refused && lacking === '') {
      copy.takeOver(each)
      live.bringBack(each.part.updates)
    } else {
      const loose = lacking.trim() === '' ? [] : [{ root: '', title: '', words: lacking.trim() }]
      const boxes = [...words(doc, each.part.roots), ...loose]
      if (boxes.length === 0 && doc.store.pendingStructs) lost += each.keys.length
      toRead.push({ left: each, boxes })
    }
    doc.destroy()
  }
  if (left.length > 0) live.keeper.took()
  const boxes = toRead.flatMap((each) => each.boxes)
  const keys = toRead.flatMap((each) => each.left.keys)
  if (boxes.length > 0) return { draft: await copy.keepDraft({ boxes }, keys), lost }
  if (keys.length > 0) await copy.forget(keys)
  return { draft: null, lost }
}

/** What a page left, in a document of its own; `lacking`: words that hang on something nobody has any more. */
function tried(base: Uint8Array | null, { part }: Left): { doc: Y.Doc; lacking: string } {
  const doc = new Y.Doc()
  for (const update of base ? [base, ...part.updates] : part.updates) Y.applyUpdate(doc, update)
  // Titles are told apart by who gave them. Not before: Yjs takes another id when it meets its own.
  doc.clientID = part.client
  const { pendingStructs, pendingDs } = doc.store
  const structs = pendingStructs ? Y.decodeUpdateV2(pendingStructs.update).structs : []
  const words = structs.map((struct) => (struct instanceof Y.Item ? saidIn(struct) : ' ')).join('')
  return { doc, lacking: words || (pendingStructs || pendingDs ? ' ' : '') }
}

/** Entries that people do not see as words: places in a list, and how a block looks. */
const UNSEEN: ReadonlySet<string | null> = new Set([ORDER, 'level', 'lang', 'dir'])

/** What somebody typed or chose: letters, or a title, a date, a number. A space for anything else, which sets words apart. */
function saidIn({ content, parentSub }: Y.Item): string {
  if (content instanceof Y.ContentString) return content.str
  const isValue = content instanceof Y.ContentAny || content instanceof Y.ContentJSON
  if (!isValue || UNSEEN.has(parentSub)) return ' '
  const said = content.arr.filter((value) => typeof value === 'string' || typeof value === 'number')
  return ` ${said.join(' ')} `
}

/**
 * True once all of the plan is here; false where it ended before. The first sync may be an older snapshot, and what came
 * after it follows: it is all here once the server has acked our own answer, which it does after that.
 */
function arrival(live: LivePlan): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const closed = () => done(false)
    const done = (isHere: boolean) => {
      stop()
      live.doc.off('destroy', closed)
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
    // A page that closes the plan is told nothing of its link any more.
    live.doc.on('destroy', closed)
    look()
  })
}
