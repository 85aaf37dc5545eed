import type { Needs } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { CardAway } from './card-away.tsx'
import { CardForm } from './card-form.tsx'
import { CardWords } from './card-words.tsx'
import { useKeptCard } from './kept-card.ts'
import { type Look, LookOffer } from './look-offer.tsx'
import { useMyCard } from './use-my-card.ts'

export type CardInWorkshopProps = {
  readonly plan: string
  /** As it is shown for the day to those who lead. */
  readonly shownToday: Needs | null
  /** Shows it for the day; null takes it back. Throws what `send` throws. */
  readonly today: (card: Needs | null) => Promise<void>
  readonly look: Look
}

/** The card in a workshop: who has one is asked nothing again, and shows it with one press (SPEC A11Y-197). */
export function CardInWorkshop({ plan, shownToday, today, look }: CardInWorkshopProps) {
  const t = useText()
  const here = useKeptCard()
  const { mine, onMine, ...asked } = useMyCard(plan)
  const [isChanging, setChanging] = useState(false)
  const has = shownToday ?? mine?.card ?? here
  // Whoever fills it in stays with what it says once it is kept.
  const showToday = (card: Needs | null) => {
    setChanging(true)
    return today(card)
  }
  return (
    <section className="stack" aria-labelledby="card-title">
      <h3 id="card-title">{t('cards.title')}</h3>
      <CardAway {...asked}>
        {has && !isChanging ? (
          <>
            <Has
              card={has}
              isSeen={has !== here || shownToday !== null}
              today={today}
              onChange={() => setChanging(true)}
            />
            <LookOffer ticks={has.ticks} look={look} />
          </>
        ) : (
          <>
            <p ref={isChanging ? takeLostFocus : null} tabIndex={-1} className="quiet">
              {t('cards.about-today')}
            </p>
            <CardForm
              key={String(mine === null)}
              plan={mine ? { id: plan, mine, onMine } : null}
              {...{ shownToday, look }}
              today={showToday}
            />
          </>
        )}
      </CardAway>
    </section>
  )
}

type HasProps = {
  readonly card: Needs
  /** Whether those who lead can read it. */
  readonly isSeen: boolean
  readonly today: CardInWorkshopProps['today']
  readonly onChange: () => void
}

function Has({ card, isSeen, today, onChange }: HasProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const show = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await today(card)
    } catch (problem) {
      setTrouble(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className="card">
        <CardWords card={card} />
      </div>
      <p ref={isSeen ? takeLostFocus : null} role="status" tabIndex={-1}>
        {isSeen ? t('cards.seen-today') : t('cards.not-seen-today')}
      </p>
      <div role="alert">{trouble}</div>
      <div className="row">
        {isSeen ? null : (
          <Button look="main" busy={busy} onClick={show}>
            {t('cards.show-today')}
          </Button>
        )}
        <Button onClick={onChange}>{t('cards.change')}</Button>
      </div>
    </>
  )
}
