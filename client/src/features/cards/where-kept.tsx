import { andBetween } from '../../text/and-between.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'

export type Places = { readonly device: boolean; readonly plan: boolean }

type WhereKeptProps = {
  /** Names of all others who can read it with the plan; null: no plan is open. */
  readonly seenBy: readonly string[] | null
  /** Whether it is shown for one day besides. */
  readonly hasToday: boolean
  readonly places: Places
  readonly onChange: (places: Places) => void
}

/** Where a card is kept, and who can read it there. Nothing is ticked before somebody wants it. */
export function WhereKept({ seenBy, hasToday, places, onChange }: WhereKeptProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <fieldset className="choices">
      <legend className="field-label">{t('cards.where')}</legend>
      {hasToday ? <p>{t('cards.where-today')}</p> : null}
      <div className="choices-list">
        <Tick
          label={t('cards.where-device')}
          about={t('cards.where-device-about')}
          ticked={places.device}
          onTick={(device) => onChange({ ...places, device })}
        />
        {seenBy ? (
          <Tick
            label={t('cards.where-plan')}
            about={
              <>
                {seenBy.length > 0
                  ? t('cards.where-plan-about', { names: andBetween(seenBy, language) })
                  : t('cards.where-plan-nobody')}{' '}
                {t('cards.where-plan-back')}
              </>
            }
            ticked={places.plan}
            onTick={(plan) => onChange({ ...places, plan })}
          />
        ) : null}
      </div>
      {seenBy ? null : <p className="quiet small">{t('cards.where-plans-apart')}</p>}
    </fieldset>
  )
}
