import { carried, textWith, type Wording } from '@withy/shared/plan'
import type { SuggestedChange, Suggestion, TalkPlace } from '@withy/shared/protocol'
import { useState } from 'react'
import { madeId } from '../../../api/made-id.ts'
import { sentenceOf } from '../../../api/send.ts'
import { sendDecision, sendSuggestion } from '../../../api/talk.ts'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useTalk } from '../talk-context.ts'
import { asSent } from './as-sent.ts'
import { turnedBack } from './standing.ts'
import { useNames } from './use-names.ts'
import type { WordsNow } from './use-words-now.ts'

/** Words to begin a suggestion with. */
export type Offer = Pick<WordsNow, 'field' | 'words'>

type PutBackProps = {
  readonly change: SuggestedChange
  readonly place: TalkPlace
  /** The words of the place as they are; null: they are not there any more. */
  readonly now: WordsNow | null
  /** Which words, where there are several to put back. */
  readonly of: string | null
  readonly onOffer: (offer: Offer) => void
}

/**
 * The way back from a change that was accepted, where its words still stand (SPEC TALK-67). Who said yes to it offers the earlier words and
 * says yes to them in one; anybody else offers them, as the new words are somebody’s by now.
 */
export function PutBack({ change, place, now, of, onOffer }: PutBackProps) {
  const t = useText()
  const { me, may } = useDesk()
  const putBack = usePutBack(place)
  if (!now || change.fate?.is !== 'accepted' || !may('suggest')) return null
  const back = [turnedBack(change)]
  if (carried(back, now.words)[0]?.is !== 'fits') return null
  const which = of && <span className="unseen">{`: ${of}`}</span>
  const then = () => textWith(now.words, back, [change.id])
  if (change.fate.by !== me.id) {
    return (
      <div className="row">
        <Button onClick={() => onOffer({ field: now.field, words: then() })}>
          {t('talk-suggest.put-back-suggest')}
          {which}
        </Button>
      </div>
    )
  }
  return (
    <>
      <div className="row">
        <Button busy={putBack.busy} onClick={({ detail }) => isPressedOnce(detail) && putBack.go(now.words, then())}>
          {t('talk-suggest.put-back')}
          {which}
        </Button>
      </div>
      <div role="alert">{putBack.trouble && <p className="field-error">{putBack.trouble}</p>}</div>
    </>
  )
}

/** It comes to where “Use these words” was pressed: the second press of two quick ones takes nothing back. */
const isPressedOnce = (presses: number): boolean => presses < 2

function usePutBack(place: TalkPlace) {
  const t = useText()
  const { id: plan, me, may } = useDesk()
  const { listed } = useNames()
  const talk = useTalk()
  const announce = useAnnounce()
  // The same until it is done: what arrived and was not answered is not offered twice.
  const [id, setId] = useState(madeId)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const go = async (was: Wording, proposed: Wording) => {
    setBusy(true)
    setTrouble(null)
    let last: Suggestion | undefined
    let waits = false
    const heard = async (answer: Promise<{ readonly suggestion: Suggestion }>) => {
      const said = await answer
      last = said.suggestion
      return said
    }
    try {
      await talk.keep(id, () => heard(sendSuggestion(plan, asSent({ id, place, was, proposed, why: '' }))))
      const accept = last?.changes.map((change) => change.id) ?? []
      // Of words that are theirs alone who may not write, whoever may decides (SPEC TALK-96).
      waits = !may('write') && last?.changes.every(({ needs }) => needs.length === 0) === true
      if (!waits) await talk.keep(id, () => heard(sendDecision(plan, id, { accept, keep: [] })))
    } catch (error) {
      setTrouble(sentenceOf(error))
      return setBusy(false)
    }
    setId(madeId())
    const others = [...new Set(last?.changes.flatMap((change) => (change.fate ? [] : change.needs)))]
    const names = listed(others.filter((person) => person !== me.id))
    const sentence = () => {
      if (waits) return t('talk-suggest.sent', { who: 'other', names })
      return names ? t('talk-suggest.yes-kept', { names }) : t('talk-suggest.put-back-done')
    }
    announce({ kind: 'done', sentence: sentence() })
    setBusy(false)
  }
  return { busy, trouble, go }
}
