import {
  editLines,
  type LetterId,
  letterIds,
  linesIn,
  smallestEdit,
  smallestEdits,
  textOfLines,
  type WordsEdit,
} from '@withy/shared/plan'
import type * as Y from 'yjs'

/** After the last words that came from the keyboard, or from a voice, others' wait for so long: what types may not have done (ms). */
export const SETTLES = 1_000

type Tied = {
  /** What stands in the box cannot be shown as lines any more. The tie has ended; the area is as it was. */
  readonly onUnfit: () => void
}

/**
 * Ties a text area to the lines of a text box, for several people at once: what is typed reaches the document as the smallest change
 * (SPEC PLAN-118), what others write reaches the area, with the caret beside the words it was beside (PLAN-120). Others' words wait
 * while a word is being composed, and a moment after each that came: a phone that takes dictation writes a word several times over,
 * and would put it in the wrong place. Own words go out at once. Sets the area's value at the start; returns how to end the tie.
 */
export function bindLines(fragment: Y.XmlFragment, area: HTMLTextAreaElement, { onUnfit }: Tied): () => void {
  const idsOf = letterIds()
  const read = () => {
    const lines = linesIn(fragment)
    return lines && { text: textOfLines(lines), ids: idsOf(lines) }
  }
  const stop = new AbortController()
  const { signal } = stop
  let sending = false
  let composing = false
  let soon: ReturnType<typeof setTimeout> | undefined
  // What the document holds, and what of it the area shows. They differ while others' words wait.
  let there = read() ?? { text: '', ids: [] }
  let here = there
  area.value = here.text

  const takeTyped = () => {
    const edits = smallestEdits(here.text, area.value, area.selectionEnd)
    if (edits.length === 0) return
    const after = area.value
    for (const edit of edits) send(edit)
    if (signal.aborted) return
    here = { text: after, ids: here.ids }
    if (there.text === after) here = there
    clearTimeout(soon)
    soon = setTimeout(settle, SETTLES)
  }

  /** Makes a change of what is shown where it belongs in what is there. */
  const send = ({ at, removed, inserted }: WordsEdit) => {
    const places = new Map(there.ids.map((id, place) => [id, place]))
    const place = placeAfter(here.ids, at, places)
    // Those someone else has taken out meanwhile are not there any more.
    const gone = here.ids.slice(at, at + removed).flatMap((id) => places.get(id) ?? [])
    const edits = changesAt(place, gone, inserted)
    sending = true
    let fits = true
    try {
      for (const edit of edits) fits = editLines(fragment, edit) && fits
    } finally {
      sending = false
    }
    const now = fits ? read() : null
    if (!now) return end()
    const moved = movedBy(edits, there.ids, now.ids)
    const fresh = now.ids.slice(place, place + inserted.length)
    here = { ...here, ids: here.ids.map((id) => moved.get(id) ?? id).toSpliced(at, removed, ...fresh) }
    there = now
  }

  const follow = (_events: unknown, { local }: Y.Transaction) => {
    if (sending) return
    const now = read()
    if (!now) return end()
    there = now
    // One's own change from elsewhere, as an undo, is waited for by whoever made it.
    if (!composing && (local || soon === undefined)) show()
  }

  const settle = () => {
    soon = undefined
    if (!composing) show()
  }

  const show = () => {
    const [start, end] = [area.selectionStart, area.selectionEnd].map((index) => placeNow(here, index, there))
    const { selectionDirection } = area
    here = there
    if (area.value === here.text) return
    const { scrollTop } = area
    area.value = here.text
    // Some browsers move the focus to where a selection is set.
    if (document.activeElement === area) area.setSelectionRange(start ?? 0, end ?? 0, selectionDirection)
    area.scrollTop = scrollTop
  }

  const endComposing = () => {
    composing = false
    takeTyped()
    if (soon === undefined) show()
  }
  const end = () => {
    unbind()
    queueMicrotask(onUnfit)
  }
  const unbind = () => {
    if (signal.aborted) return
    clearTimeout(soon)
    stop.abort()
    fragment.unobserveDeep(follow)
  }

  fragment.observeDeep(follow)
  area.addEventListener('input', takeTyped, { signal })
  area.addEventListener('compositionstart', () => (composing = true), { signal })
  area.addEventListener('compositionend', endComposing, { signal })
  area.addEventListener('blur', endComposing, { signal })
  return () => {
    if (!signal.aborted) takeTyped()
    unbind()
  }
}

type Shown = { readonly text: string; readonly ids: readonly LetterId[] }
type Places = ReadonlyMap<LetterId, number>

/** The place right after the letter that comes before `index`, or after the nearest one before it that is still there. */
function placeAfter(ids: readonly LetterId[], index: number, places: Places): number {
  for (let i = index - 1; i >= 0; i--) {
    const found = places.get(ids[i] as LetterId)
    if (found !== undefined) return found + 1
  }
  return 0
}

/** Where a caret is that stood at `index` of what was shown. Letters others moved to another line are told by how they read. */
function placeNow(was: Shown, index: number, now: Shown): number {
  const places = new Map(now.ids.map((id, place) => [id, place]))
  const beside = index === 0 || places.has(was.ids[index - 1] as LetterId)
  const edit = beside ? null : smallestEdit(was.text, now.text, now.text.length)
  if (!edit || (edit.at < index && index < edit.at + edit.removed)) return placeAfter(was.ids, index, places)
  return index <= edit.at ? index : index + edit.inserted.length - edit.removed
}

/** Words put in at a place, and letters taken out after it, as changes, the last of them first. */
function changesAt(place: number, gone: readonly number[], inserted: string): WordsEdit[] {
  const runs: { at: number; removed: number; inserted: string }[] = []
  for (const at of gone) {
    const run = runs[0]
    if (run && run.at + run.removed === at) run.removed++
    else runs.unshift({ at, removed: 1, inserted: '' })
  }
  const first = runs.at(-1)
  if (first?.at === place) first.inserted = inserted
  else if (inserted !== '') runs.push({ at: place, removed: 0, inserted })
  return runs
}

/** What letters are called now that were there before some changes: those that had to move to another line have other names. */
function movedBy(
  edits: readonly WordsEdit[],
  before: readonly LetterId[],
  now: readonly LetterId[],
): Map<LetterId, LetterId> {
  const moved = new Map<LetterId, LetterId>()
  let shift = 0
  const rising = edits.toReversed()
  let next = 0
  for (let place = 0; place < before.length; place++) {
    const edit = rising[next]
    if (edit && place >= edit.at + edit.removed) {
      shift += edit.inserted.length - edit.removed
      next++
      place--
    } else if (!edit || place < edit.at) {
      const [was, is] = [before[place] as LetterId, now[place + shift] as LetterId]
      if (was !== is) moved.set(was, is)
    }
  }
  return moved
}
