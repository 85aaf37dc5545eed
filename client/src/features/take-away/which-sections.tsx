import { type Edition, inLanguage } from '@withy/shared/plan'
import { useState } from 'react'
import { fetchEdition, fetchSealed } from '../../api/agreement.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { RefusedNotice } from '../../ui/refused-notice.tsx'
import { TickList } from '../../ui/tick-list.tsx'

type WhichSectionsProps = {
  readonly plan: string
  /** Of a sealed version; null: of the plan as it stands. Give the component a `key` of it. */
  readonly number: number | null
  /** Which are wanted, in no order; null: all. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChoose: (chosen: ReadonlySet<string> | null) => void
  readonly error: string | undefined
}

/** All of a plan, or just the sections somebody wants of it (SPEC EXPORT-68). */
export function WhichSections({ plan, number, chosen, onChoose, error }: WhichSectionsProps) {
  const t = useText()
  // Those that were ticked are there again for who goes to "all" and back.
  const [last, setLast] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <Choices
        legend={t('forms.sections')}
        error={error}
        choices={[
          { value: 'all', label: t('forms.sections-all') },
          { value: 'some', label: t('forms.sections-some'), about: t('take-away.some-about') },
        ]}
        value={chosen ? 'some' : 'all'}
        onChoose={(value) => onChoose(value === 'all' ? null : last)}
      />
      {chosen && (
        <Ticks
          {...{ plan, number }}
          ticked={chosen}
          onTick={(ticked) => {
            setLast(ticked)
            onChoose(ticked)
          }}
        />
      )}
    </>
  )
}

type TicksProps = Pick<WhichSectionsProps, 'plan' | 'number'> & {
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}

function Ticks({ plan, number, ticked, onTick }: TicksProps) {
  const t = useText()
  const lang = useLanguage()
  const { again, ...asked } = useAnswer<{ readonly edition: Edition }>(() =>
    number === null ? fetchEdition(plan) : fetchSealed(plan, number),
  )
  if (asked.is === 'refused')
    return <RefusedNotice sentence={sentenceOf(asked.error)} tryAgain={t('common.try-again')} onAgain={again} />
  if (asked.is === 'asking')
    return (
      <p role="status" className="quiet">
        {t('common.opening')}
      </p>
    )
  const sections = asked.answer.edition.parts.flatMap((part) => part.sections)
  if (sections.length === 0) return <p>{t('take-away.nothing-yet')}</p>
  return (
    <TickList
      label={t('forms.sections-some')}
      items={sections.map(({ id, title }) => ({ id, label: <bdi>{inLanguage(title, lang)}</bdi> }))}
      ticked={ticked}
      onTick={onTick}
    />
  )
}
