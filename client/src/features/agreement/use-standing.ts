import type { Round, Tally } from '@withy/shared/api'
import { compared, type Plan, type PlanKind, readPlan } from '@withy/shared/plan'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Agreement, fetchAgreement, fetchSealed } from '../../api/agreement.ts'
import { createAsking } from '../../live/asking.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { wholePlan } from '../../live/whole-plan.ts'

/** Two plans are told apart in some ms: not more often than that while somebody types (ms). */
const COMPARE_EVERY = 2_000

/** The newest version that was agreed, and the sections that read differently by now. */
export type Agreed = {
  readonly number: number
  /** As the plan's history knows it. */
  readonly id: string
  readonly sealedAt: string
  readonly tally: Tally
  readonly sections: readonly string[]
  /** Something else does: the plan's name, people's, or words it explains. */
  readonly isOther: boolean
}

export type Standing = {
  readonly round: Round | null
  readonly agreed: Agreed | null
  /** The version that the asker was reminded to take a copy of; null: they were not, or have one. */
  readonly copyOf: number | null
  /** How many no longer agree, to whichever version. */
  readonly withdrawn: number
}

type Sealed = { readonly number: number; readonly plan: Plan }
type Needs = { readonly plan: string; readonly kind: PlanKind; readonly live: LivePlan; readonly askers: number }

/** How an open plan stands to what was agreed: whether people are asked, and what changed since (SPEC AGREE-63). null: not known yet. */
export function useStanding({ plan, kind, live, askers }: Needs): Standing | null {
  const [agreement, setAgreement] = useState<Agreement | null>(null)
  const [sealed, setSealed] = useState<Sealed | null>(null)
  const newest = agreement?.sealed[0] ?? null
  const number = newest?.number ?? null
  const many = useRef(askers)
  many.current = askers

  useEffect(() => {
    const asking = createAsking({
      ask: () => fetchAgreement(plan),
      came: setAgreement,
      // What came before stays.
      away() {},
      askers: () => many.current,
    })
    void asking.now()
    const off = live.onMessage(({ type }) => {
      if (type === 'agreement' || type === 'sealed') asking.soon()
    })
    return () => {
      asking.stop()
      off()
    }
  }, [plan, live])

  useEffect(() => {
    if (number === null) return
    let over = false
    // Where it cannot be had now, the next message or page asks again.
    fetchSealed(plan, number).then(
      (answer) => over || setSealed({ number, plan: answer.plan as Plan }),
      () => {},
    )
    return () => {
      over = true
    }
  }, [plan, number])

  const now = useNow(live, kind)
  return useMemo(() => {
    if (!agreement) return null
    const withdrawn = agreement.sealed.reduce((all, one) => all + one.withdrawn, 0)
    const known = { round: agreement.round, copyOf: (agreement.reminded && newest?.number) || null, withdrawn }
    if (!newest || sealed?.number !== newest.number) return { ...known, agreed: null }
    const sections = [...new Set(compared(sealed.plan, now).changes.map(({ section }) => section))]
    const isOther = sections.length === 0 && agreement.fingerprint !== newest.fingerprint
    const { id, number, sealedAt, tally } = newest
    return { ...known, agreed: { id, number, sealedAt, tally, sections, isOther } }
  }, [agreement, newest, sealed, now])
}

/** The plan as it is, read again a little after it has changed. */
function useNow(live: LivePlan, kind: PlanKind): Plan {
  const store = useMemo(() => {
    const whole = wholePlan(live.doc, kind)
    // What is shared may be half a second old, and here it would stay so until the next change.
    let plan = readPlan(live.doc, kind)
    const on = (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const off = whole.on(() => {
        timer ??= setTimeout(() => {
          timer = undefined
          plan = whole.now()
          listener()
        }, COMPARE_EVERY)
      })
      return () => {
        clearTimeout(timer)
        off()
      }
    }
    return { on, now: () => plan }
  }, [live, kind])
  return useSyncExternalStore(store.on, store.now)
}
