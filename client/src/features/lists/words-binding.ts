import { PLAN_EDIT, smallestEdit, type WordsEdit } from '@withy/shared/plan'
import type * as Y from 'yjs'

/** Names one UTF-16 unit of a Y.Text for as long as it is there; below zero: something in it that is no character. */
type Unit = number

/**
 * Ties a text area to a Y.Text so that several people can type in it at once: what is typed reaches the document as the
 * smallest change; what others type reaches the area, with the caret kept beside the words it was beside (SPEC PLAN-80).
 * While a word is being composed (IME, most phone keyboards) the area is left alone, since setting its value would break
 * the composition; own words still go out at once, to where they belong among words not shown yet (SPEC PLAN-81).
 * Sets the area's value at the start; returns how to end the tie.
 */
export function bindWords(words: Y.Text, area: HTMLTextAreaElement): () => void {
  const units = unitMaker()
  let fresh: Unit[] = []
  let sending = false
  let composing = false
  // What the document holds, and what of it the area shows. They differ while composing.
  const there = units.of(words.toDelta())
  let here = there.filter(isCharacter)
  let shown = words.toString()
  area.value = shown

  const takeTyped = () => {
    const edit = smallestEdit(shown, area.value, area.selectionEnd)
    if (!edit) return
    shown = area.value
    send(edit)
  }

  const send = ({ at, removed, inserted }: WordsEdit) => {
    const place = placeAfter(here, at, there)
    fresh = units.make(inserted.length)
    const gone = here.splice(at, removed, ...fresh)
    // Those someone else has taken out meanwhile are not there any more.
    const out = gone.map((unit) => there.indexOf(unit)).filter((index) => index >= 0)
    sending = true
    try {
      words.doc?.transact(() => {
        for (const { from, length } of runsFromTheEnd(out)) words.delete(from, length)
        if (inserted) words.insert(place, inserted)
      }, PLAN_EDIT)
    } finally {
      sending = false
    }
  }

  const follow = (event: Y.YTextEvent) => {
    let at = 0
    for (const { retain, insert, delete: removed } of event.delta) {
      if (retain !== undefined) at += retain
      else if (removed !== undefined) there.splice(at, removed)
      else {
        const added = sending ? fresh.splice(0, String(insert).length) : units.of([{ insert }])
        there.splice(at, 0, ...added)
        at += added.length
      }
    }
    if (!sending && !composing) show()
  }

  const show = () => {
    const visible = there.filter(isCharacter)
    const [start, end] = [area.selectionStart, area.selectionEnd].map((index) => placeAfter(here, index, visible))
    const { selectionDirection } = area
    here = visible
    shown = words.toString()
    if (area.value === shown) return
    area.value = shown
    // Some browsers move the focus to where a selection is set.
    if (document.activeElement === area) area.setSelectionRange(start ?? 0, end ?? 0, selectionDirection)
  }

  const startComposing = () => {
    composing = true
  }
  const endComposing = () => {
    composing = false
    takeTyped()
    show()
  }

  words.observe(follow)
  area.addEventListener('input', takeTyped)
  area.addEventListener('compositionstart', startComposing)
  area.addEventListener('compositionend', endComposing)
  area.addEventListener('blur', endComposing)
  return () => {
    endComposing()
    words.unobserve(follow)
    area.removeEventListener('input', takeTyped)
    area.removeEventListener('compositionstart', startComposing)
    area.removeEventListener('compositionend', endComposing)
    area.removeEventListener('blur', endComposing)
  }
}

const isCharacter = (unit: Unit) => unit > 0

function unitMaker() {
  let last = 0
  const make = (count: number): Unit[] => Array.from({ length: count }, () => ++last)
  const of = (delta: readonly { insert?: unknown }[]): Unit[] =>
    delta.flatMap(({ insert }) => (typeof insert === 'string' ? make(insert.length) : [-++last]))
  return { make, of }
}

/** The index in `to` right after the unit that comes before `index` in `from`, or after the nearest one before it that is still in `to`. */
function placeAfter(from: readonly Unit[], index: number, to: readonly Unit[]): number {
  for (let i = index - 1; i >= 0; i--) {
    const found = to.indexOf(from[i] as Unit)
    if (found >= 0) return found + 1
  }
  return 0
}

/** Rising indexes as runs, last run first, so that taking one out moves none of those still to come. */
function runsFromTheEnd(rising: readonly number[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const index of rising) {
    const run = runs[0]
    if (run && run.from + run.length === index) run.length++
    else runs.unshift({ from: index, length: 1 })
  }
  return runs
}
