import { carried, changesBetween, readsAlike, textWith, type Wording, wordsOfSentences } from '@withy/shared/plan'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { madeId } from '../../../api/made-id.ts'
import { useDesk } from '../../../live/desk.tsx'
import type { Fit } from './standing.ts'
import { draftKey, draftOf, holdDraft, putDraft, type SuggestDraft, toSend } from './suggest-drafts.ts'
import type { WordsNow } from './use-words-now.ts'

type Place = { readonly box: string; readonly item: string | null }

/**
 * Other words for some words of the plan while they are being written: kept as a draft, told in changes, and carried over where the
 * plan changes meanwhile (SPEC TALK-61, TALK-62).
 * @param now the words as they are in the plan
 * @param offer what to begin with; where something was begun before, it waits beside that until it is taken
 */
export function useRewording({ box, item }: Place, now: WordsNow, offer: Wording | null) {
  const { id: plan } = useDesk()
  const key = draftKey(box, item, now.field)
  const [kept] = useState(() => draftOf(plan, key))
  useEffect(() => holdDraft(plan, key), [plan, key])
  const [waiting, setWaiting] = useState(kept && offer)
  const [draft, setDraft] = useState(
    (): SuggestDraft => kept ?? { ...NEW, id: madeId(), was: now.words, proposed: offer ?? now.words },
  )
  /** Goes up when what is written in begins anew with other words. */
  const [begun, setBegun] = useState({ times: 0, with: draft.proposed, left: [] as readonly string[] })
  const { was, proposed, why, sent } = draft
  // Of a long text that takes a while: what is typed is drawn first.
  const drawn = useDeferredValue(draft)
  const changes = useMemo(() => changesBetween(drawn.was, drawn.proposed), [drawn.was, drawn.proposed])
  const places = useMemo(() => carried(changes, now.words), [changes, now.words])
  const fits = places.map(({ is }): Fit => is)
  const write = (change: Partial<SuggestDraft>) => {
    const next = { ...draft, waits: false, trouble: null, ...change }
    setDraft(next)
    const isNone = sent === null && next.why === '' && readsAlike(next.was, next.proposed)
    putDraft(plan, key, isNone ? null : next)
  }
  return {
    draft,
    changes,
    fits,
    begun,
    isChanged: useMemo(() => !readsAlike(was, now.words), [was, now.words]),
    writeWords: (words: Wording) => write({ proposed: words }),
    writeWhy: (words: string) => write({ why: words }),
    /** The words as they are now, with what still fits; what does not is kept beside them. */
    beginAgain() {
      const all = changesBetween(was, proposed)
      const found = carried(all, now.words)
      const fitting = found.flatMap(({ id, is }) => (is === 'fits' ? [id] : []))
      const left = all.flatMap(({ becomes }, n) => (found[n]?.is === 'gone' ? [wordsOfSentences(becomes).trim()] : []))
      const words = textWith(now.words, all, fitting)
      write({ was: now.words, proposed: words, why })
      setBegun({ times: begun.times + 1, with: words, left: [...begun.left, ...left.filter((one) => one !== '')] })
    },
    /** What was offered to begin with, and waits. */
    waiting,
    /** Begins with that; what was written is beside it. */
    takeWaiting(words: Wording) {
      const left = changesBetween(was, proposed).map(({ becomes }) => wordsOfSentences(becomes).trim())
      setWaiting(null)
      write({ was: now.words, proposed: words })
      setBegun({ times: begun.times + 1, with: words, left: [...begun.left, ...left.filter((one) => one !== '')] })
    },
    key,
    /** Puts it where it is sent from: also what nobody changed since it was begun with. */
    keep() {
      const going = { ...toSend(draft), waits: false }
      setDraft(going)
      putDraft(plan, key, going)
    },
    forget: () => putDraft(plan, key, null),
  }
}

const NEW = { why: '', sent: null, waits: false, trouble: null } as const
