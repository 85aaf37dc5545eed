import { useCallback, useEffect, useRef, useState } from 'react'
import { type Agreement, fetchAgreement, fetchEdition, type ReadEdition } from '../../api/agreement.ts'
import { createAsking } from '../../live/asking.ts'

export type AgreementNow = {
  readonly agreement: Agreement
  /** What the person has before them: they answer to this, and to nothing that came since (SPEC AGREE-52). */
  readonly read: ReadEdition
  /** The plan as it reads by now, where that is something else. */
  readonly newer: ReadEdition | null
  /** They have seen what changed: from here on they answer to these words. */
  readonly accept: () => void
  /** Asks again, soon: the room told of something. */
  readonly look: () => void
  /** Asks again, and waits for it. */
  readonly lookNow: () => Promise<void>
  readonly onRound: (round: Agreement['round']) => void
}

type State = Pick<AgreementNow, 'agreement' | 'read' | 'newer'>

/** Follows where a plan is with being agreed. @param askers how many people hear at once that something changed */
export function useAgreement(plan: string, first: Omit<State, 'newer'>, askers: number): AgreementNow {
  const [state, setState] = useState<State>({ ...first, newer: null })
  const now = useRef(state)
  now.current = state
  const many = useRef(askers)
  many.current = askers
  const [asking] = useState(() =>
    createAsking({
      ask: () => askBoth(plan, now.current),
      came: ({ agreement, edition }) => setState((before) => withNews(before, agreement, edition)),
      // What is here stays.
      away() {},
      askers: () => many.current,
    }),
  )
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && asking.soon()
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [asking])
  const accept = useCallback(() => setState(accepted), [])
  const onRound = useCallback(
    (round: Agreement['round']) => {
      asking.outdate()
      setState((before) => ({ ...before, agreement: { ...before.agreement, round } }))
    },
    [asking],
  )
  return { ...state, accept, onRound, look: asking.soon, lookNow: asking.now }
}

/** The plan's words are many: they are asked for only where they read otherwise than what is here. */
async function askBoth(plan: string, { read, newer }: State) {
  const agreement = await fetchAgreement(plan)
  const isHere = agreement.fingerprint === (newer ?? read).fingerprint
  return { agreement, edition: isHere ? (newer ?? read) : await fetchEdition(plan) }
}

function withNews(before: State, agreement: Agreement, edition: ReadEdition): State {
  const newer = edition.fingerprint === before.read.fingerprint ? null : edition
  const next = { ...before, agreement, newer }
  // Nobody is asked anything: what is to be read is what there is.
  return agreement.round ? next : accepted(next)
}

const accepted = (before: State): State => ({ ...before, read: before.newer ?? before.read, newer: null })
