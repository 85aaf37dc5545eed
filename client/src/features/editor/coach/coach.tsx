import { LANGUAGES, type Language } from '@withy/shared/plan'
import { type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Desk } from '../../../live/desk.tsx'
import type { LivePlan } from '../../../live/live-plan.ts'
import { openTexts } from '../../../text/language.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { CoachRoom } from './coach-room.tsx'
import { coachKept, keepForCoach, onCoachKept } from './kept.ts'
import { type Offer, offersIn } from './offers.ts'
import { asIn, finderOf, swapsOf, type WrittenSwaps } from './swap.ts'
import { followTyping } from './typed-here.ts'
import type { Written } from './written.ts'
import './coach.css'

const LISTS: Record<Language, () => Promise<{ readonly default: WrittenSwaps }>> = {
  en: () => import('./words/en.json'),
  cy: () => import('./words/cy.json'),
}
/** Nobody is spoken to while they write. */
const IDLE = 2_000
/** More at once would be a scolding. */
const MOST = 5

export type CoachPlace = { readonly desk: Desk; readonly box: string }
type CoachProps = CoachPlace & { readonly written: Written }

/**
 * Offers kinder and plainer words for what somebody has typed themselves, below the box, when they have paused (SPEC A11Y-127 to
 * A11Y-129). It counts nothing, sends nothing and stops nobody.
 */
export function Coach({ desk, written, box }: CoachProps): ReactNode {
  const { live, me } = desk
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    // Without its texts it is not there, and the box is whole.
    void openTexts('reading').then(
      () => setIsReady(true),
      () => {},
    )
  }, [])
  if (!isReady) return <CoachRoom />
  return <Hints {...{ written, live, box }} usually={me.voice === 'professional'} />
}

type HintsProps = {
  readonly written: Written
  readonly live: LivePlan
  readonly box: string
  /** Whether it is on where nobody has said. */
  readonly usually: boolean
}

function Hints({ written, live, box, usually }: HintsProps) {
  const t = useText()
  const kept = useSyncExternalStore(onCoachKept, coachKept)
  const isOn = kept.isOn ?? usually
  const offers = useOffers(isOn, { written, live, box })
  const toggle = useRef<HTMLButtonElement>(null)
  const answer = (change: () => void) => {
    change()
    // What was pressed is gone: here is where one can go on from.
    toggle.current?.focus()
  }
  const use = (offer: Offer, chosen: string) => written.swap(offer, offer.words, asIn(offer.words, chosen))
  return (
    <section className="coach" aria-label={t('coach.title')}>
      <Button ref={toggle} look="quiet" aria-pressed={isOn} onClick={() => keepForCoach({ isOn: !isOn })}>
        {t(isOn ? 'coach.on' : 'coach.off')}
      </Button>
      {offers?.length === 0 && <p className="quiet">{t('coach.nothing')}</p>}
      {offers && offers.length > 0 && (
        <ul className="list coach-offers">
          {offers.map((offer) => (
            <li key={`${offer.from} ${offer.mine}`}>
              <p>{t(`coach.${offer.swap.kind}`, { words: offer.words })}</p>
              <div className="row">
                {offer.swap.to.map((to) => (
                  <Button key={to} onClick={() => answer(() => use(offer, to))}>
                    {t('coach.use', { words: asIn(offer.words, to) })}
                  </Button>
                ))}
                <Button
                  look="quiet"
                  aria-label={`${t('coach.keep')}: ${offer.words}`}
                  onClick={() => answer(() => keepForCoach({ mine: [...kept.mine, offer.mine] }))}
                >
                  {t('coach.keep')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={`${t('coach.never')}: ${offer.words}`}
                  onClick={() => answer(() => keepForCoach({ never: [...kept.never, offer.swap.from] }))}
                >
                  {t('coach.never')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What is offered now: looked for when nobody has written here for a while, and drawn under its words. Null until it has looked. */
function useOffers(isOn: boolean, { written, live, box }: Omit<HintsProps, 'usually'>): readonly Offer[] | null {
  const shown = useLanguage()
  const plans = useContext(PlanLanguage)
  // Of words in another language there is no list.
  const language = LANGUAGES.find((one) => one === (plans ?? shown)) ?? null
  const kept = useSyncExternalStore(onCoachKept, coachKept)
  const [list, setList] = useState<{ readonly language: Language; readonly words: WrittenSwaps } | null>(null)
  const [offers, setOffers] = useState<readonly Offer[] | null>(null)
  const typing = useTyping(written, live)
  useEffect(() => {
    let wanted = isOn
    // Where it cannot be had the box is whole without it.
    if (isOn && language)
      LISTS[language]().then(
        ({ default: words }) => wanted && setList({ language, words }),
        () => {},
      )
    return () => {
      wanted = false
    }
  }, [isOn, language])
  useEffect(() => {
    if (!isOn || language === null || list?.language !== language) {
      setOffers(null)
      return
    }
    const find = finderOf(swapsOf(list.words, new Set(kept.never)))
    const mine = new Set(kept.mine)
    const marks = written.marks()
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const blocks = written.blocks()
      if (!blocks) return wait(IDLE)
      const all = offersIn({ blocks, box: live.doc.getXmlFragment(box), wasTyped: typing.wasTyped, find, language })
      const shown = all.filter((offer) => !mine.has(offer.mine)).slice(0, MOST)
      marks.draw(shown)
      setOffers(shown)
    }
    const wait = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(look, ms)
    }
    const stop = written.follow(() => wait(IDLE))
    wait(IDLE)
    return () => {
      clearTimeout(timer)
      stop()
      marks.stop()
    }
  }, [isOn, list, language, kept, written, live, box, typing])
  return offers
}

/** Follows what is typed for as long as the box is open: what is pasted or dropped, and what is typed for somebody else, is theirs. */
function useTyping({ element }: Written, live: LivePlan) {
  const [typing, setTyping] = useState(NOTHING_TYPED)
  useEffect(() => {
    let isPutIn = false
    const putIn = () => {
      isPutIn = true
      setTimeout(() => {
        isPutIn = false
      })
    }
    for (const how of ['paste', 'drop']) element.addEventListener(how, putIn, true)
    const followed = followTyping(live.doc, () => isPutIn || live.typesFor() !== null)
    setTyping(followed)
    return () => {
      for (const how of ['paste', 'drop']) element.removeEventListener(how, putIn, true)
      followed.stop()
    }
  }, [element, live])
  return typing
}

const NOTHING_TYPED = { wasTyped: (_clock: number): boolean => false, stop: () => {} }
