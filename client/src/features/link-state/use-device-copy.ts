import { can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { TEMPLATES } from '@withy/shared/plan'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Attached, AttachNeeds } from '../../live/device-copy/attach.ts'
import { isCopyOn, onCopies, setCopyOn, whyNoCopy } from '../../live/device-copy/copies-on.ts'
import { loadWipe } from '../../live/device-copy/load-wipe.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLinkStage } from '../../live/use-live.ts'
import { useLanguage } from '../../text/use-text.ts'
import { fetchAhead } from '../../ui/fetch-ahead.ts'
import { reach } from '../../ui/reach.ts'
import { keptWords } from './kept-words.ts'

/** How far the copy of the open plan on this device is. `broken`: it is wanted, and the device or the server does not give it. */
export type CopyState = 'not-secure' | 'no-storage' | 'off' | 'opening' | 'on' | 'broken'

/** The device's copy of the plan that is open here (SPEC SYNC-100), and what it brought back for a person to read. */
export type OwnCopy = {
  readonly state: CopyState
  readonly found: Attached | null
  readonly switchTo: (on: boolean) => void
  /** The drafts have been read: they go from the device. */
  readonly forgetDrafts: () => void
}

/** A device that is busy may answer later (ms). */
const TRY_AGAIN = 5_000

// Fetched when the page is idle (`usePreparedCopy`), or wanted before. The part that is always here only counts.
const attaching = () => reach(() => import('../../live/device-copy/attach.ts'))

type Tried = { readonly of: LivePlan | null; readonly found: Attached | null; readonly isBroken: boolean }
const NOT_TRIED: Tried = { of: null, found: null, isBroken: false }

type Opened = { readonly live: LivePlan; readonly facts: PlanFacts }

export function useDeviceCopy({ live, facts }: Opened): OwnCopy {
  const { id: plan, epoch, me: person, kind } = facts
  const lang = useLanguage()
  const isOn = useSyncExternalStore(onCopies, () => isCopyOn(plan))
  const stage = useLinkStage(live)
  const isHere = stage === 'open'
  const [{ of, found, isBroken }, setTried] = useState<Tried>(NOT_TRIED)
  const mayWrite = facts.people.some(({ id, role }) => id === person && can(role, 'write'))

  // biome-ignore lint/correctness/useExhaustiveDependencies: names and language are as they were when the words were found; a connection that is back is a new try.
  useEffect(() => {
    if (!isOn || whyNoCopy()) return
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const words: AttachNeeds['words'] = (doc, roots) => keptWords(doc, roots, TEMPLATES[kind], lang, facts.people)
    const attach = async () => {
      try {
        const { attachCopy } = await attaching()
        const attached = await attachCopy({ live, person, plan, epoch, mayWrite, words })
        if (!over) setTried({ of: live, found: attached, isBroken: false })
      } catch {
        if (over) return
        setTried({ of: live, found: null, isBroken: true })
        timer = setTimeout(attach, TRY_AGAIN)
      }
    }
    void attach()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [isOn, live, isHere])

  useEffect(() => {
    if (isOn) return
    // A draft that was on the device is on this page still.
    setTried((tried) => (tried.found?.drafts.length ? tried : NOT_TRIED))
    if (live.keeper.shelf())
      attaching().then(
        ({ detachCopy }) => detachCopy(live),
        () => live.keeper.use(null),
      )
  }, [isOn, live])

  // The sign-in or the plan is over: nothing may stay here, whatever else happens on this page.
  useEffect(() => {
    if (stage === 'sign-in') void loadWipe().then((wipe) => wipe?.wipeDevice())
    if (stage === 'gone') void loadWipe().then((wipe) => wipe?.wipePlan(plan))
  }, [stage, plan])

  const switchTo = useCallback(
    (on: boolean) => {
      if (on) setTried({ of: live, found: null, isBroken: !setCopyOn(plan, true) })
      else
        Promise.all([attaching(), loadWipe()])
          .then(async ([{ detachCopy }, wipe]) => {
            await detachCopy(live)
            await wipe?.wipePlan(plan)
          })
          .catch(() => live.keeper.use(null))
          // Off in any case: what could not be taken away goes with the next visit to the first page.
          .finally(() => isCopyOn(plan) && setCopyOn(plan, false))
    },
    [live, plan],
  )
  const forgetDrafts = useCallback(() => {
    if (!found) return
    void attaching().then((device) => setTried({ of: live, found: device.forgetDrafts(live, found), isBroken: false }))
  }, [found, live])

  // What was found for a plan that has been opened anew since is found again.
  const mine = of === live ? found : null
  const state = whyNoCopy() ?? (isOn ? (mine ? 'on' : isBroken ? 'broken' : 'opening') : 'off')
  return { state, found: mine, switchTo, forgetDrafts }
}

/**
 * What a copy takes is here before the network is gone: switched on for the first time then, it still works.
 * @param wanted whether the person may write
 */
export function usePreparedCopy(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || whyNoCopy()) return
    let over = false
    fetchAhead('safe', async () =>
      over ? null : Promise.all([attaching(), reach(() => import('../../live/device-copy/wipe.ts'))]),
    )
      // Asked for again when it is needed.
      .catch(() => {})
    return () => {
      over = true
    }
  }, [wanted])
}
