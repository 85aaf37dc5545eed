import { CARD, CARD_GROUPS, type CardGroup, type Needs } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import './cards.css'

/** A card as it reads: each group that says something, then their own words. */
export function CardWords({ card }: { readonly card: Needs }) {
  const t = useText()
  const groups = CARD_GROUPS.map((group) => ({ group, ticked: tickedIn(card, group), own: ownIn(card, group) }))
  return (
    <dl className="card-words">
      {groups
        .filter(({ ticked, own }) => ticked.length > 0 || own !== '')
        .map(({ group, ticked, own }) => (
          <div key={group}>
            <dt>{t(`cards.group-${group}`)}</dt>
            {ticked.map((need) => (
              <dd key={need}>{t(`cards.need-${need}`)}</dd>
            ))}
            <Own words={own} />
          </div>
        ))}
      {card.words ? (
        <div>
          <dt>{t('cards.own-words')}</dt>
          <Own words={card.words} />
        </div>
      ) : null}
    </dl>
  )
}

const Own = ({ words }: { readonly words: string }) =>
  words ? (
    <dd className="card-own" dir="auto">
      {words}
    </dd>
  ) : null

const tickedIn = ({ ticks }: Needs, group: CardGroup) => CARD[group].filter((need) => ticks.includes(need))
const ownIn = (card: Needs, group: CardGroup): string =>
  group === 'reach' || group === 'helper' ? (card[group] ?? '') : ''
