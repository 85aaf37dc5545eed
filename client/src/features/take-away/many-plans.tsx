import { type Format, LIMIT, type PlanCard } from '@withy/shared/api'
import { useId, useState } from 'react'
import { howFarSaid } from '../../api/how-far.ts'
import { sentenceOf } from '../../api/send.ts'
import { takeMany } from '../../api/take-file.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { FieldNotes, notesOf, SelectField } from '../../ui/field.tsx'
import { GetFile, NotYet } from '../../ui/get-file.tsx'
import { type AskedForm, CardSays, NO_FORM } from './card-says.tsx'
import { FORMAT_GROUPS, GROUPS } from './format-groups.ts'
import { type Wished, Wishes } from './wishes.tsx'
import './take-away.css'

const FORMATS: readonly Format[] = GROUPS.flatMap((group) => FORMAT_GROUPS[group])

type ManyPlansProps = {
  readonly plans: readonly PlanCard[]
  /** The form the card of whoever takes them asks for. */
  readonly asked?: AskedForm
}

/** Many plans at once as files in one ZIP: which, as what, and how far it has come (SPEC EXPORT-59). */
export function ManyPlans({ plans, asked = NO_FORM }: ManyPlansProps) {
  const t = useText()
  const shown = useLanguage()
  const { day } = useDates()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [format, setFormat] = useState<Format>('pdf')
  const [of, setOf] = useState<'agreed' | 'now'>('agreed')
  const [chosenWishes, setWished] = useState<Wished | null>(null)
  const wished: Wished = chosenWishes ?? { lang: shown, size: asked.size }
  const [missing, setMissing] = useState<string>()
  const group = useId()
  const chosen = plans.filter(({ id }) => ticked.has(id)).map(({ id }) => id)
  const isAll = chosen.length === plans.length
  const choose = (ids: Iterable<string>) => {
    setTicked(new Set(ids))
    setMissing(undefined)
  }
  const take = async (signal: AbortSignal) => {
    const lacks =
      chosen.length === 0
        ? t('many.none')
        : chosen.length > LIMIT.plansPerZip
          ? t('many.most', { most: LIMIT.plansPerZip })
          : undefined
    setMissing(lacks)
    if (lacks !== undefined) throw new NotYet(lacks)
    await takeMany({ plans: chosen, format, of, ...wished }, signal)
  }
  return (
    <>
      <fieldset className="choices" aria-describedby={notesOf(group, undefined, missing)}>
        <legend className="field-label">{t('many.which')}</legend>
        <FieldNotes field={group} error={missing} />
        <div className="row">
          <Button look="quiet" onClick={() => choose(isAll ? [] : plans.map(({ id }) => id))}>
            {t(isAll ? 'many.choose-none' : 'many.choose-all')}
          </Button>
        </div>
        <div className="choices-list">
          {plans.map(({ id, title, kind, changedAt }) => (
            <Tick
              key={id}
              label={<bdi>{title}</bdi>}
              about={t('many.about', { kind: t(`common.kind-${kind}`), day: day(changedAt) })}
              ticked={ticked.has(id)}
              onTick={(isOn) => choose(isOn ? [...ticked, id] : [...ticked].filter((one) => one !== id))}
            />
          ))}
        </div>
      </fieldset>
      <Choices
        legend={t('many.of')}
        choices={[
          { value: 'agreed', label: t('many.of-agreed'), about: t('many.of-agreed-about') },
          { value: 'now', label: t('many.of-now'), about: t('many.of-now-about') },
        ]}
        value={of}
        onChoose={setOf}
      />
      <SelectField
        label={t('many.form')}
        hint={t(`forms.${format}-for`)}
        value={format}
        onChange={({ target }) => setFormat(FORMATS.find((one) => one === target.value) ?? 'pdf')}
      >
        {GROUPS.map((one) => (
          <optgroup key={one} label={t(`forms.${one}`)}>
            {FORMAT_GROUPS[one].map((value) => (
              <option key={value} value={value}>
                {t(`forms.${value}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Wishes wished={wished} onWish={setWished} />
      <CardSays asked={asked} />
      <GetFile
        look="main"
        take={take}
        of={JSON.stringify([chosen, format, of, wished])}
        sentenceOf={sentenceOf}
        howFar={howFarSaid}
      >
        {chosen.length > 0 ? t('many.get', { count: chosen.length }) : t('many.get-them')}
      </GetFile>
    </>
  )
}
