import type { MyCard, Needs } from '@withy/shared/api'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { sendCard } from '../../api/cards.ts'
import { sentenceOf } from '../../api/send.ts'
import type { TextId } from '../../text/catalogue.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { isEmpty, useCardDraft } from './card-draft.ts'
import { CardFields } from './card-fields.tsx'
import { keepCardHere, useKeptCard } from './kept-card.ts'
import { type Look, LookOffer } from './look-offer.tsx'
import { type Places, WhereKept } from './where-kept.tsx'
import './cards.css'

export type CardFormProps = {
  /** The plan that is open, and the asker's card with it; null: none is. */
  readonly plan: { readonly id: string; readonly mine: MyCard; readonly onMine: (mine: MyCard) => void } | null
  /** Shows it for one day to those who lead a workshop; absent: none is open here. Throws what `send` throws. */
  readonly today?: ((card: Needs | null) => Promise<void>) | undefined
  /** As it is kept for the day. */
  readonly shownToday?: Needs | null
  readonly look: Look
}

/** What was just done: with which card, and where it is now. */
type Kept = { readonly card: Needs | null; readonly where: readonly TextId[] }

/** The card to fill in, and where it is kept: nowhere its owner did not say (SPEC A11Y-191, A11Y-192). */
export function CardForm({ plan, today, shownToday = null, look }: CardFormProps) {
  const t = useText()
  const here = useKeptCard()
  const withPlan = plan?.mine.card ?? null
  // Taken back: it is on this sheet for as long as that is open, and nowhere else.
  const [takenBack, setTakenBack] = useState<Needs | null>(null)
  const { card, change, clear } = useCardDraft(takenBack ?? shownToday ?? here ?? withPlan)
  const [places, setPlaces] = useState<Places>({ device: here !== null, plan: withPlan !== null })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const isKept = shownToday !== null || here !== null || withPlan !== null
  const said = useRef<HTMLParagraphElement>(null)
  const form = useRef<HTMLFormElement>(null)
  // What is said, and offered, stands below the sheet's edge on a phone.
  useEffect(() => {
    if (kept?.card) form.current?.scrollIntoView?.({ block: 'end' })
  }, [kept])
  const touch = () => {
    setKept(null)
    setTrouble(null)
  }
  /** Has it where `at` says and nowhere else. @returns whether that is so now */
  const put = async (at: Places & { readonly today: Needs | null }): Promise<boolean> => {
    setBusy(true)
    try {
      if (today && (at.today || shownToday)) await today(at.today)
      if (plan && (at.plan || withPlan)) plan.onMine(await sendCard(plan.id, at.plan ? card : null))
      const isDone = keepCardHere(at.device ? card : null) || !at.device
      if (!isDone) setTrouble(t('cards.blocked'))
      return isDone
    } catch (problem) {
      setTrouble(sentenceOf(problem))
      return false
    } finally {
      setBusy(false)
    }
  }
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    touch()
    if (isEmpty(card)) return setTrouble(t('cards.empty'))
    if (!today && !places.device && !places.plan) return isKept ? takeBack() : setTrouble(t('cards.where-missing'))
    if (!(await put({ ...places, today: card }))) return
    setTakenBack(null)
    clear()
    setKept({ card, where: whereOf(places, today !== undefined) })
  }
  const takeBack = async () => {
    touch()
    const gone = [
      ...(shownToday ? ['cards.gone-today' as const] : []),
      ...(here ? ['cards.gone-device' as const] : []),
      ...(withPlan ? ['cards.gone-plan' as const] : []),
    ]
    setTakenBack(card)
    if (!(await put({ device: false, plan: false, today: null }))) return
    clear()
    setPlaces({ device: false, plan: false })
    // The button goes with what it took back.
    said.current?.focus()
    setKept({ card: null, where: gone })
  }
  return (
    <form ref={form} className="card-form" onSubmit={keep}>
      <CardFields
        card={card}
        onChange={(part) => {
          touch()
          change(part)
        }}
      />
      <WhereKept
        seenBy={plan ? plan.mine.seenBy : null}
        hasToday={today !== undefined}
        places={places}
        onChange={(next) => {
          touch()
          setPlaces(next)
        }}
      />
      <div role="alert">{trouble ? <p className="field-error">{trouble}</p> : null}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t(today ? 'cards.show-today' : 'cards.keep')}
        </Button>
        {isKept ? (
          <Button look="careful" busy={busy} onClick={takeBack}>
            {t('cards.take-back')}
          </Button>
        ) : null}
        <p ref={said} role="status" tabIndex={-1}>
          {kept?.where.map((text) => t(text)).join(' ')}
        </p>
      </div>
      {kept?.card ? <LookOffer ticks={kept.card.ticks} look={look} /> : null}
    </form>
  )
}

/** The texts that say where it is now. */
const whereOf = ({ device, plan }: Places, isToday: boolean): TextId[] => [
  ...(isToday ? ['cards.kept-today' as const] : []),
  ...(device ? ['cards.kept-device' as const] : []),
  ...(plan ? ['cards.kept-plan' as const] : []),
]
