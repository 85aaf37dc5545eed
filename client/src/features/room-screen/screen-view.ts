import { type BoxContent, type Plan, type PlanKind, readPlan, SHAPES, wordsOfText } from '@withy/shared/plan'
import type * as Y from 'yjs'
import type { Calm } from '../../live/calm.ts'
import { createListeners } from '../../live/listeners.ts'
import { rootChanges } from '../../live/root-changes.ts'

/** New words appear at the end of a sentence, or when nobody has typed for this long. */
export const IDLE = 1_500
/** What is new keeps a soft edge for this long. */
export const FRESH_FOR = 3_000

/** A plan as a room sees it: it changes by finished sentences, at most once a second, and not at all while frozen. */
export type ScreenView = {
  plan(): Plan
  /** Boxes whose words have just changed. The same set until that changes. */
  fresh(): ReadonlySet<string>
  /** The boxes on the screen: only a sentence that ends in one of these is worth showing at once. */
  watch(boxes: readonly string[]): void
  freeze(on: boolean): void
  onChange(listener: () => void): () => void
  stop(): void
}

/** Draws a document for the room screen (SPEC SYNC-71, SYNC-72). `calm`: what else changes on that screen. */
export function createScreenView(doc: Y.Doc, kind: PlanKind, calm: Calm): ScreenView {
  const changes = createListeners<void>()
  let plan = readPlan(doc, kind)
  let fresh: ReadonlySet<string> = new Set()
  let watched: readonly string[] = []
  let frozen = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let fading: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    clearTimeout(timer)
    const before = plan
    plan = readPlan(doc, kind)
    fresh = new Set(watched.filter((box) => differs(contentOf(before, box), contentOf(plan, box))))
    clearTimeout(fading)
    calm.forget('edge')
    fading = setTimeout(() => {
      calm.show('edge', () => {
        fresh = new Set()
        changes.tell()
      })
    }, FRESH_FOR)
    changes.tell()
  }
  const stopListening = rootChanges(doc).on(null, () => {
    if (frozen) return
    clearTimeout(timer)
    const now = readPlan(doc, kind)
    const wait = watched.some((box) => endsOf(contentOf(now, box)) > endsOf(contentOf(plan, box))) ? 0 : IDLE
    timer = setTimeout(() => calm.show('words', show), wait)
  })
  const drop = () => {
    clearTimeout(timer)
    clearTimeout(fading)
    calm.forget('words')
    calm.forget('edge')
  }

  return {
    plan: () => plan,
    fresh: () => fresh,
    watch(boxes) {
      watched = boxes
    },
    freeze(on) {
      if (on === frozen) return
      frozen = on
      drop()
      if (!on) show()
    },
    onChange: changes.add,
    stop() {
      stopListening()
      drop()
    },
  }
}

function contentOf(plan: Plan, box: string): BoxContent | undefined {
  const [, id, which] = /^own:(.+)\.(text|actions)$/.exec(box) ?? []
  const own = plan.own.find((section) => section.id === id)
  if (!own) return plan.boxes[box]
  if (which === 'text') return { type: 'text', text: own.text }
  return { type: 'list', shape: 'action', items: own.actions, removed: own.removedActions }
}

const differs = (a: BoxContent | undefined, b: BoxContent | undefined): boolean =>
  JSON.stringify(a) !== JSON.stringify(b)

/** How many sentences and lines have come to their end: a line has when another has begun. */
function endsOf(content: BoxContent | undefined): number {
  if (!content) return 0
  const lines = content.type === 'text' ? wordsOfText(content.text) : content.items.flatMap(wordsOfItem(content.shape))
  const sentences = lines.flatMap((line) => line.match(/[.!?…]["'’”)]*(?=\s|$)/g) ?? [])
  return sentences.length + Math.max(0, lines.filter((line) => line.trim() !== '').length - 1)
}

const wordsOfItem =
  (shape: keyof typeof SHAPES) =>
  ({ cells }: { readonly cells: Readonly<Record<string, unknown>> }): string[] =>
    SHAPES[shape].fields.flatMap(({ id, type }) => (type === 'words' ? [String(cells[id] ?? '')] : []))
