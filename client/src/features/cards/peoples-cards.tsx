import type { CardOf } from '@withy/shared/api'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { CardWords } from './card-words.tsx'

/** How people communicate, by name, for whoever leads (SPEC A11Y-196). */
export function PeoplesCards({ cards }: { readonly cards: readonly CardOf[] }) {
  const t = useText()
  const { names } = useDesk()
  if (cards.length === 0) return <p>{t('cards.people-none')}</p>
  return (
    <>
      <p className="quiet small">{t('cards.people-private')}</p>
      <ul className="list stack">
        {cards.map(({ person, card }) => (
          <li key={person} className="card">
            <p className="card-name" dir="auto">
              {names.find(({ id }) => id === person)?.name}
            </p>
            <CardWords card={card} />
          </li>
        ))}
      </ul>
    </>
  )
}
