import type { Fate, IdeaShown } from '@withy/shared/protocol'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { type PlanBehind, placeOf } from './place-of.ts'

/** What became of an idea, in words and a shape: why, and every place in the plan it went to. */
export function FateLine({ idea, plan }: { readonly idea: IdeaShown; readonly plan: PlanBehind }) {
  const t = useText()
  const { fate, why, places } = idea
  return (
    <div className={`fate fate-${fate ?? 'none'}`}>
      <p className="fate-name">
        <FateMark fate={fate} />
        <strong>{t(`workshop-after.fate-${fate ?? 'none'}`)}</strong>
      </p>
      {why ? <p dir="auto">{t('workshop-after.why', { why })}</p> : null}
      {places.length > 0 ? (
        <>
          <p>{t('workshop-after.where')}</p>
          <ul className="list">
            {places.map((place) => (
              <li key={`${place.box}/${place.item}`}>
                <Place plan={plan} place={place} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function Place({ plan, place }: { readonly plan: PlanBehind; readonly place: IdeaShown['places'][number] }) {
  const t = useText()
  const { href, section, box, item, isGone } = placeOf(plan, place, useLanguage())
  const name = [section || t('workshop-after.place-own'), box].filter(Boolean).join(' › ')
  return (
    <>
      <Link href={href} className="link-alone">
        {name}
      </Link>
      {item ? <Theirs as="p">{item}</Theirs> : null}
      {isGone ? <p className="quiet">{t('workshop-after.place-gone')}</p> : null}
    </>
  )
}

/** A shape of its own for each answer: a full disc with a tick, a half one, a clock, a bar, an empty ring. */
function FateMark({ fate }: { readonly fate: Fate | null }) {
  return (
    <svg className="fate-mark" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      {fate === 'in-plan' ? (
        <>
          <circle cx="12" cy="12" r="9" fill="currentColor" />
          <path d="M8 12.5l2.8 2.8L16 9.5" fill="none" stroke="var(--card)" strokeWidth="2.4" />
        </>
      ) : null}
      {fate === 'changed' ? <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" /> : null}
      {fate === 'not-yet' ? <path d="M12 7v5l3.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
      {fate === 'not-possible' ? <path d="M7.5 12h9" stroke="currentColor" strokeWidth="2.4" /> : null}
    </svg>
  )
}
