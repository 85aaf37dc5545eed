import type { Sentence } from '@withy/shared/plan'
import type { SuggestedChange } from '@withy/shared/protocol'
import { type ReactNode, useId } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OfferedWords, SomeWords } from './offered-words.tsx'
import type { Asked } from './standing.ts'
import { useNames } from './use-names.ts'
import { useWhen } from './use-when.ts'

export type Decision = 'accept' | 'keep'

type ChangeViewProps = {
  readonly change: SuggestedChange
  /** Where it stands among how many. */
  readonly number: number
  readonly all: number
  /** Who offers it. */
  readonly by: string
  readonly asked: Asked
  /** By it earlier words were put back. */
  readonly isBack: boolean
  /** What stands where it was offered, where that is not what it was offered for. */
  readonly nowThere: readonly Sentence[]
  readonly busy: boolean
  /** Why the last answer to it was not taken. */
  readonly trouble: string | null
  readonly onDecide: (decision: Decision) => void
  /** The way back from it. */
  readonly back: ReactNode
}

/** One change that is offered: the words as they are, what they would become, whose they are, and what can be said about it. */
export function ChangeView(props: ChangeViewProps) {
  const { change, number, all, by, asked, isBack, nowThere, trouble, back } = props
  const t = useText()
  const { told } = useNames()
  const label = useId()
  return (
    <li className="offer" aria-labelledby={all > 1 ? label : undefined}>
      {all > 1 && (
        <p id={label} className="offer-place">
          {t('talk-suggest.place', { number, all })}
        </p>
      )}
      {change.was.length > 0 && (
        <>
          <p className="offer-label">{t(asked.fit === 'fits' ? 'talk-suggest.now' : 'talk-suggest.then')}</p>
          <SomeWords sentences={change.was} />
        </>
      )}
      <p className="offer-label">{t('talk-suggest.offered', told(by))}</p>
      <OfferedWords {...change} />
      {asked.fit === 'gone' && nowThere.length > 0 && (
        <>
          <p className="offer-label">{t('talk-suggest.now')}</p>
          <SomeWords sentences={nowThere} />
        </>
      )}
      {change.fate ? <Fate change={change} isBack={isBack} /> : <Open {...props} />}
      <div role="alert" className="offer-trouble">
        {trouble && (
          <Notice look="careful">
            <p>{trouble}</p>
          </Notice>
        )}
      </div>
      {back}
    </li>
  )
}

/** Whose words they are, and the answers to choose from. */
function Open({ asked, number, all, busy, onDecide }: ChangeViewProps) {
  const t = useText()
  const { listed } = useNames()
  const { fit, may, isMine, hasSaidYes, waitsFor } = asked
  const names = listed(waitsFor)
  const whose = () => {
    if (fit === 'gone') return t('talk-suggest.changed')
    if (fit === 'there') return t('talk-suggest.by-now')
    if (hasSaidYes) return t('talk-suggest.said-yes', { names })
    if (isMine) return t('talk-suggest.mine')
    return waitsFor.length > 0 ? t('talk-suggest.only', { names }) : t('talk-suggest.anyone')
  }
  const place = all > 1 && <span className="unseen">{`: ${t('talk-suggest.place', { number, all })}`}</span>
  return (
    <>
      <p className="offer-about" tabIndex={-1}>
        {whose()}
      </p>
      {may && (
        <div className="row">
          {may === 'use-or-keep' && (
            <Button busy={busy} onClick={() => onDecide('accept')}>
              {t('talk-suggest.use')}
              {place}
            </Button>
          )}
          <Button busy={busy} onClick={() => onDecide('keep')}>
            {t(isMine ? 'talk-suggest.keep-mine' : 'talk-suggest.keep')}
            {place}
          </Button>
        </div>
      )}
    </>
  )
}

/** What became of it. The focus comes here when the buttons have done their work. */
function Fate({ change: { fate, yes }, isBack }: Pick<ChangeViewProps, 'change' | 'isBack'>) {
  const t = useText()
  const when = useWhen()
  const { told, listed } = useNames()
  if (!fate) return null
  const who = told(fate.by)
  // Of several whose yes it needed, all are named.
  const said = fate.is === 'accepted' && yes.length > 1 ? { who: 'other', name: listed(yes) } : who
  return (
    <p className={`offer-fate offer-fate-${fate.is}`} tabIndex={-1}>
      {isBack
        ? t('talk-suggest.put-back-by', { ...who, when: when(fate.at) })
        : t(`talk-suggest.${fate.is}`, { who: said.who, names: said.name, when: when(fate.at) })}
    </p>
  )
}
