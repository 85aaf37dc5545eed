import { useCallback, useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'
import { madeId } from './made-id.ts'

/** Words that are being written in a workshop and are not in it yet. */
export type Draft = {
  readonly words: string
  /** Of what it becomes. The same each time it is sent, so that an answer that was lost makes nothing twice. */
  readonly id: string
  /** The words as they were last sent; the server may have them. */
  readonly sent: string | null
  /** It was put in without a connection, by whom, and goes as soon as there is one. */
  readonly waitsAs: string | null
}

const KEPT_AS = 'withy.drafts.'
const listeners = createListeners<void>()
const known = new Map<string, Readonly<Record<string, Draft>>>()

/**
 * Drafts of one workshop, by where they are written. They outlive a step that moves on, a page that is loaded anew and a phone that
 * slept (SPEC WORK-40); with the tab they go, as a device may be somebody else's next.
 */
export function draftsOf(workshop: string): Readonly<Record<string, Draft>> {
  const found = known.get(workshop) ?? read(workshop)
  known.set(workshop, found)
  return found
}

/** null: there is none any more. */
export function setDraft(workshop: string, place: string, draft: Draft | null): void {
  const { [place]: _before, ...others } = draftsOf(workshop)
  const next = draft ? { ...others, [place]: draft } : others
  known.set(workshop, next)
  try {
    sessionStorage.setItem(KEPT_AS + workshop, JSON.stringify(next))
  } catch {
    // Storage is blocked: they hold until the page closes.
  }
  listeners.tell()
}

/** @returns the draft at a place, how to write on, and how to put it away */
export function useDraft(workshop: string, place: string) {
  const draft = useSyncExternalStore(listeners.add, () => draftsOf(workshop)[place] ?? null)
  const write = useCallback(
    (words: string) => {
      const before = draftsOf(workshop)[place]
      const isNone = words === '' && !before?.sent
      setDraft(
        workshop,
        place,
        isNone ? null : { id: before?.id ?? madeId(), sent: before?.sent ?? null, words, waitsAs: null },
      )
    },
    [workshop, place],
  )
  const clear = useCallback(() => setDraft(workshop, place, null), [workshop, place])
  return { draft, words: draft?.words ?? '', write, clear }
}

function read(workshop: string): Readonly<Record<string, Draft>> {
  try {
    const said: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS + workshop) ?? '{}')
    return Object.fromEntries(Object.entries(said ?? {}).filter(([, draft]) => isDraft(draft)))
  } catch {
    return {} // Storage is blocked, or holds something else.
  }
}

const isDraft = (said: unknown): said is Draft =>
  typeof said === 'object' && said !== null && 'words' in said && typeof said.words === 'string' && 'id' in said
