import { carried } from '@withy/shared/plan'
import type { SuggestedChange, Suggestion } from '@withy/shared/protocol'
import { useMemo, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { sendDecision, sendWithdrawal } from '../../../api/talk.ts'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useTalk } from '../talk-context.ts'
import { ChangeView, type Decision } from './change-view.tsx'
import { Fold } from './fold.tsx'
import { nowThere } from './now-there.ts'
import { type Offer, PutBack } from './put-back.tsx'
import { type Asked, askedOf, waitingSign } from './standing.ts'
import { useNames } from './use-names.ts'
import type { WordsNow } from './use-words-now.ts'

type SuggestionCardProps = {
  readonly suggestion: Suggestion
  /** By it earlier words were put back. */
  readonly isBack: boolean
  /** The words it is about as they are; null: they are not there any more. */
  readonly now: WordsNow | null
  /** Offers words the other way round, where they may not be put back at once. */
  readonly onOffer: (offer: Offer) => void
}

/** Other words that somebody offers, folded to one line; opened, each change with what can be said about it (SPEC TALK-63). */
export function SuggestionCard({ suggestion, isBack, now, onOffer }: SuggestionCardProps) {
  const t = useText()
  const { me, may } = useDesk()
  const { listed, told } = useNames()
  const { by, changes } = suggestion
  const fits = useMemo(() => carried(changes, now?.words ?? ''), [changes, now?.words])
  const asked = changes.map((change, n) =>
    askedOf(change, fits[n]?.is ?? 'gone', by, { me: me.id, mayWrite: may('write') }),
  )
  const sign = waitingSign(asked)
  return (
    <Fold
      className="suggestion"
      suggestion={suggestion.id}
      summary={
        <>
          <span className="suggestion-name" dir="auto">
            {isBack
              ? t('talk-suggest.card-back', told(by))
              : t('talk-suggest.card', { ...told(by), count: changes.length })}
          </span>{' '}
          <span className={`suggestion-sign suggestion-sign-${sign?.who ?? 'decided'}`}>
            {sign ? t(`talk-suggest.sign-${sign.who}`, { names: listed(sign.names) }) : t('talk-suggest.sign-decided')}
          </span>
        </>
      }
    >
      {() => <Opened {...{ suggestion, isBack, now, onOffer, asked }} isOpen={sign !== null} />}
    </Fold>
  )
}

type OpenedProps = SuggestionCardProps & {
  readonly asked: readonly Asked[]
  /** Something of it is not answered. */
  readonly isOpen: boolean
}

function Opened({ suggestion, isBack, now, onOffer, asked, isOpen }: OpenedProps) {
  const t = useText()
  const { me } = useDesk()
  const { by, why, changes, place } = suggestion
  const deciding = useDeciding(suggestion)
  const allTrouble = deciding.troubleOf(null)
  return (
    <div className="suggestion-open">
      {place.field && now && <p className="offer-place">{now.label}</p>}
      {why && (
        <p className="suggestion-why" dir="auto">
          {t('talk-suggest.why-said', { why })}
        </p>
      )}
      <ul className="list offers">
        {changes.map((change, n) => (
          <ChangeView
            key={change.id}
            {...{ change, by, isBack }}
            asked={asked[n] as Asked}
            number={n + 1}
            all={changes.length}
            nowThere={nowThere(change, now?.words ?? '')}
            busy={deciding.busy}
            trouble={deciding.troubleOf(change.id)}
            onDecide={(decision) => deciding.decide(decision, [change.id])}
            back={
              <PutBack
                {...{ change, place, now, onOffer }}
                of={changes.length > 1 ? t('talk-suggest.place', { number: n + 1, all: changes.length }) : null}
              />
            }
          />
        ))}
      </ul>
      <All asked={asked} changes={changes} deciding={deciding} />
      <div role="alert">
        {allTrouble && (
          <Notice look="careful">
            <p>{allTrouble}</p>
          </Notice>
        )}
      </div>
      {by === me.id && isOpen && <TakeBack suggestion={suggestion} />}
    </div>
  )
}

type AllProps = {
  readonly asked: readonly Asked[]
  readonly changes: readonly SuggestedChange[]
  readonly deciding: ReturnType<typeof useDeciding>
}

/** One answer to all of what is asked of this person, where it is several things. */
function All({ asked, changes, deciding }: AllProps) {
  const t = useText()
  const idsOf = (wanted: (one: Asked) => boolean) =>
    changes.flatMap(({ id }, n) => (wanted(asked[n] as Asked) ? [id] : []))
  const usable = idsOf(({ may }) => may === 'use-or-keep')
  if (usable.length < 2) return null
  const isMine = asked.every(({ may, isMine }) => may !== 'use-or-keep' || isMine)
  // Others may have to answer the rest.
  const count = usable.length
  const isAll = count === asked.filter(({ fit }) => fit !== null).length
  const keep = isMine ? 'keep-mine' : 'keep'
  return (
    <div className="row offer-all">
      <Button busy={deciding.busy} onClick={() => deciding.decide('accept', usable)}>
        {isAll ? t('talk-suggest.use-all') : t('talk-suggest.use-some', { count })}
      </Button>
      <Button busy={deciding.busy} onClick={() => deciding.decide('keep', usable)}>
        {isAll ? t(`talk-suggest.${keep}-all`) : t(`talk-suggest.${keep}-some`, { count })}
      </Button>
    </div>
  )
}

/** `at`: the one change that was answered. */
type Trouble = { readonly sentence: string; readonly at: string | null }

/** Tells the server what somebody says to some changes, and them what became of it. */
function useDeciding({ id, changes, by }: Suggestion) {
  const t = useText()
  const { id: plan, me, may } = useDesk()
  const { listed } = useNames()
  const talk = useTalk()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const decide = async (decision: Decision, ids: readonly string[]) => {
    setBusy(true)
    setTrouble(null)
    // Whose yes is missing once this person has said theirs.
    const left = changes
      .filter((change) => ids.includes(change.id))
      .flatMap((change) => askedOf(change, 'fits', by, { me: me.id, mayWrite: may('write') }).waitsFor)
      .filter((person) => person !== me.id)
    try {
      const sides = { accept: decision === 'accept' ? [...ids] : [], keep: decision === 'keep' ? [...ids] : [] }
      await talk.keep(id, () => sendDecision(plan, id, sides))
      const sentence =
        decision === 'keep'
          ? t('talk-suggest.kept-now')
          : left.length > 0
            ? t('talk-suggest.yes-kept', { names: listed([...new Set(left)]) })
            : t('talk-suggest.accepted-now')
      announce({ kind: 'done', sentence })
    } catch (error) {
      setTrouble({ sentence: sentenceOf(error), at: ids.length === 1 ? (ids[0] ?? null) : null })
    }
    setBusy(false)
  }
  /** What is to be said of an answer to one change, or (null) of one to several, which was not taken. */
  const troubleOf = (change: string | null) => (trouble && trouble.at === change ? trouble.sentence : null)
  return { busy, troubleOf, decide }
}

/** What nobody has answered can be taken back by who offered it, whatever their role is by now. */
function TakeBack({ suggestion: { id } }: Pick<SuggestionCardProps, 'suggestion'>) {
  const t = useText()
  const { id: plan } = useDesk()
  const talk = useTalk()
  const [asks, setAsks] = useState(false)
  return (
    <div className="row">
      <Button look="quiet" onClick={() => setAsks(true)}>
        {t('talk-suggest.take-back')}
      </Button>
      {asks && (
        <AskFirst
          title={t('talk-suggest.take-back')}
          words={<p>{t('talk-suggest.take-back-about')}</p>}
          doIt={t('talk-suggest.take-back')}
          cancel={t('common.cancel')}
          onDo={() => talk.keep(id, () => sendWithdrawal(plan, id))}
          onClose={() => setAsks(false)}
          sentenceOf={sentenceOf}
        />
      )}
    </div>
  )
}
