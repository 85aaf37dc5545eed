import { useText } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'
import type { Wanted } from './entries.ts'

type Option = { readonly id: string; readonly name: string }

type TalkTopProps = {
  /** How many wait for whoever is here. */
  readonly waiting: number
  readonly wanted: Wanted
  readonly onWant: (wanted: Wanted) => void
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly Option[]
}

/** How much waits, and what is shown (SPEC TALK-71). */
export function TalkTop({ waiting, wanted, onWant, sections, people }: TalkTopProps) {
  const t = useText()
  return (
    <div className="talk-top stack">
      <p>
        <strong>{waiting > 0 ? t('talk-waiting.count', { count: waiting }) : t('talk-waiting.nothing')}</strong>
      </p>
      <details className="talk-fewer">
        <summary>{t('talk-waiting.some')}</summary>
        <div className="stack">
          <SelectField
            label={t('talk-waiting.which')}
            value={wanted.which}
            onChange={({ target }) => onWant({ ...wanted, which: target.value as Wanted['which'] })}
          >
            {(['all', 'open', 'waiting'] as const).map((which) => (
              <option key={which} value={which}>
                {t(`talk-waiting.which-${which}`)}
              </option>
            ))}
          </SelectField>
          <OneOf
            label={t('talk-waiting.section')}
            all={t('talk-waiting.section-all')}
            options={sections.map(({ id, title }) => ({ id, name: title }))}
            chosen={wanted.section}
            onChoose={(section) => onWant({ ...wanted, section })}
          />
          <OneOf
            label={t('talk-waiting.person')}
            all={t('talk-waiting.person-all')}
            options={people}
            chosen={wanted.person}
            onChoose={(person) => onWant({ ...wanted, person })}
          />
        </div>
      </details>
    </div>
  )
}

type OneOfProps = {
  readonly label: string
  readonly all: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

function OneOf({ label, all, options, chosen, onChoose }: OneOfProps) {
  return (
    <SelectField label={label} value={chosen ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
