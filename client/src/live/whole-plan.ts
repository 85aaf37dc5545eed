import { actionWords, type Plan, type PlanKind, readPlan } from '@withy/shared/plan'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useDesk } from './desk.tsx'
import { createListeners } from './listeners.ts'
import { rootChanges } from './root-changes.ts'

/** An own section as lists of sections need it. */
export type OwnTitle = { readonly id: string; readonly title: string }
/** What the sections of a plan are called, and which are its own. */
export type PlanTitles = {
  readonly titles: Readonly<Record<string, string>>
  readonly own: readonly OwnTitle[]
  readonly removedOwn: readonly OwnTitle[]
}

type WholePlan = { now(): Plan; on(listener: () => void): () => void }

/** Reading a whole plan takes some ms: what is drawn from all of it may be this old while somebody types. */
const READ_EVERY = 500
/** Roots that say which sections there are: read again at once. */
const SECTIONS = ['plan.sections', 'plan.titles']

const known = new WeakMap<Y.Doc, WholePlan>()

/** What all who draw from the whole of a document share: it is read once for them. */
export function wholePlan(doc: Y.Doc, kind: PlanKind): WholePlan {
  const found = known.get(doc)
  if (found) return found
  const listeners = createListeners<void>()
  const changes = rootChanges(doc)
  let plan = readPlan(doc, kind)
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    clearTimeout(timer)
    timer = undefined
    plan = readPlan(doc, kind)
    listeners.tell()
  }
  changes.on(SECTIONS, read)
  let isHere = doc.store.clients.size > 0
  changes.on(null, () => {
    // A plan that arrives is not shown as empty meanwhile.
    if (isHere) timer ??= setTimeout(read, READ_EVERY)
    else read()
    isHere = true
  })
  const whole: WholePlan = { now: () => plan, on: listeners.add }
  known.set(doc, whole)
  return whole
}

/** The whole plan on the desk, at most half a second old. For what is drawn from all of it; a box reads its own root. */
export function useWholePlan(): Plan {
  const { live, template } = useDesk()
  const whole = wholePlan(live.doc, template.kind)
  return useSyncExternalStore(whole.on, whole.now)
}

/** Reads the whole plan on the desk as it is at that moment: for what somebody does with it, which the last letter belongs to. */
export function useReadPlan(): () => Plan {
  const { live, template } = useDesk()
  return () => readPlan(live.doc, template.kind)
}

/** First words of every action of the plan on the desk, by id. Draws again only when one of them changes. */
export function useActionWords(): ReadonlyMap<string, string> {
  const { live, template } = useDesk()
  const whole = wholePlan(live.doc, template.kind)
  const now = useSyncExternalStore(whole.on, () => JSON.stringify([...actionWords(whole.now())]))
  return useMemo(() => new Map(JSON.parse(now) as [string, string][]), [now])
}

/** The titles of the plan on the desk. Draws again only when one of them changes. */
export function usePlanTitles(): PlanTitles {
  const { live, template } = useDesk()
  const whole = wholePlan(live.doc, template.kind)
  const now = useSyncExternalStore(whole.on, () => JSON.stringify(titlesOf(whole.now())))
  return useMemo(() => JSON.parse(now) as PlanTitles, [now])
}

const titlesOf = ({ titles, own, removedOwn }: Plan): PlanTitles => ({
  titles,
  own: own.map(({ id, title }) => ({ id, title })),
  removedOwn: removedOwn.map(({ id, title }) => ({ id, title })),
})
