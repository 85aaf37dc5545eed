import { CARD, CARD_GROUPS, type CardGroup, LIMIT, type Needs } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { WordsField } from '../../ui/words-field.tsx'

type CardFieldsProps = { readonly card: Needs; readonly onChange: (part: Partial<Needs>) => void }

/** All that can be said on the card, in the four groups of the standard and in one's own words (SPEC A11Y-190). Nothing has to be. */
export function CardFields({ card, onChange }: CardFieldsProps) {
  return (
    <>
      {CARD_GROUPS.map((group) => (
        <Group key={group} group={group} card={card} onChange={onChange} />
      ))}
      <OwnWords of="words" card={card} onChange={onChange} />
    </>
  )
}

function Group({ group, card, onChange }: CardFieldsProps & { readonly group: CardGroup }) {
  const t = useText()
  const { ticks } = card
  return (
    <fieldset className="choices">
      <legend className="field-label">{t(`cards.group-${group}`)}</legend>
      <div className="choices-list">
        {CARD[group].map((need) => (
          <Tick
            key={need}
            label={t(`cards.need-${need}`)}
            ticked={ticks.includes(need)}
            onTick={(on) => onChange({ ticks: on ? [...ticks, need] : ticks.filter((each) => each !== need) })}
          />
        ))}
      </div>
      {group === 'reach' || group === 'helper' ? <OwnWords of={group} card={card} onChange={onChange} /> : null}
    </fieldset>
  )
}

type OwnWordsProps = CardFieldsProps & { readonly of: 'reach' | 'helper' | 'words' }

function OwnWords({ of, card, onChange }: OwnWordsProps) {
  const t = useText()
  const words = card[of] ?? ''
  const over = words.trim().length - LIMIT.needs
  return (
    <WordsField
      label={t(`cards.own-${of}`)}
      value={words}
      rows={2}
      error={over > 0 ? t('cards.too-long', { count: over }) : undefined}
      onWrite={(next) => onChange({ [of]: next })}
    />
  )
}
