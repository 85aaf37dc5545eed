import { LIMIT } from '@withy/shared/api'
import { type Edition, inLanguage } from '@withy/shared/plan'
import { useMemo, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile } from '../../api/take-file.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { GetFile } from '../../ui/get-file.tsx'
import type { Change } from './use-copies.ts'

type ForOthersProps = {
  readonly plan: string
  readonly number: number
  readonly edition: Edition
  readonly change: Change
}

/** A copy for somebody who is not in the plan: a café sees one goal. */
export function ForOthers({ plan, number, edition, change }: ForOthersProps) {
  const t = useText()
  const lang = useLanguage()
  const [name, setName] = useState('')
  const [isPart, setIsPart] = useState<'all' | 'some'>('some')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [missing, setMissing] = useState<'name' | 'sections' | null>(null)
  const known = useMemo(() => edition.parts.flatMap(({ sections }) => sections), [edition])
  const sections = isPart === 'some' ? known.map(({ id }) => id).filter((id) => ticked.has(id)) : undefined

  const isReady = (): boolean => {
    const lacks = sections?.length === 0 ? 'sections' : name.trim() === '' ? 'name' : null
    setMissing(lacks)
    return lacks === null
  }
  const note = (how: 'gave' | 'link') => {
    if (!isReady()) return
    const whom = { name: name.trim(), lang, ...(sections && { sections }) }
    const noted = how === 'gave' ? change({ do: 'gave', form: 'paper', ...whom }) : change({ do: 'link', ...whom })
    noted.then(() => setName('')).catch(() => undefined)
  }
  return (
    <section className="stack copies-part" aria-labelledby="copies-others">
      <h2 id="copies-others">{t('copies.others')}</h2>
      <p>{t('copies.others-about')}</p>
      <TextField
        label={t('copies.name')}
        hint={t('copies.name-hint')}
        error={missing === 'name' ? t('copies.name-missing') : undefined}
        value={name}
        maxLength={LIMIT.name}
        onChange={(event) => setName(event.target.value)}
      />
      <Choices
        legend={t('forms.sections')}
        error={missing === 'sections' ? t('copies.pick-section') : undefined}
        choices={[
          { value: 'some', label: t('forms.sections-some') },
          { value: 'all', label: t('forms.sections-all') },
        ]}
        value={isPart}
        onChoose={setIsPart}
      />
      {isPart === 'some' && (
        <fieldset className="copies-sections" aria-label={t('forms.sections-some')}>
          {known.map(({ id, title }) => (
            <Tick
              key={id}
              label={<bdi>{inLanguage(title, lang)}</bdi>}
              ticked={ticked.has(id)}
              onTick={(isOn) => {
                const next = new Set(ticked)
                if (isOn) next.add(id)
                else next.delete(id)
                setTicked(next)
              }}
            />
          ))}
        </fieldset>
      )}
      <GetFile
        take={async (signal) => {
          if (sections?.length === 0) {
            setMissing('sections')
            throw new Error('no section')
          }
          await takeFile(copyPath({ plan, number, format: 'pdf', lang, sections, forOthers: true }), signal)
        }}
        sentenceOf={(error) => (sections?.length === 0 ? t('copies.pick-section') : sentenceOf(error))}
      >
        {t('copies.others-print')}
      </GetFile>
      <div className="row">
        <Button onClick={() => note('gave')}>{t('copies.others-gave')}</Button>
        <Button onClick={() => note('link')}>{t('copies.others-link')}</Button>
      </div>
    </section>
  )
}
