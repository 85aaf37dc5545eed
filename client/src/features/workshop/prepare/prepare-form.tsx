import { agendaFor, LIMIT, WORKSHOP_SHAPES, type WorkshopShape } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { type FormEvent, useState } from 'react'
import { prepareWorkshop } from '../../../api/workshops.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { LineField } from '../line-field.tsx'
import { useSending } from '../use-sending.ts'
import { useLength } from './use-length.ts'

type PrepareFormProps = {
  readonly plan: string
  readonly kind: PlanKind
  readonly onMade: (workshop: string) => void
}

const isFor = (kind: PlanKind) => (shape: WorkshopShape) =>
  kind === 'area' ? shape !== 'support-meeting' : !shape.startsWith('area-')

/** A new workshop: a shape to begin with, and its name. */
export function PrepareForm({ plan, kind, onMade }: PrepareFormProps) {
  const t = useText()
  const lang = useLanguage()
  const length = useLength()
  const shapes = WORKSHOP_SHAPES.filter(isFor(kind))
  const [shape, setShape] = useState<WorkshopShape>(shapes[0] ?? 'empty')
  const [title, setTitle] = useState('')
  const { busy, trouble, send } = useSending()
  const aboutOf = (steps: readonly { readonly minutes: number }[]) =>
    steps.length === 0
      ? t('workshop-prepare.shape-by-hand')
      : t('workshop-prepare.shape-steps', {
          count: steps.length,
          length: length(steps.reduce((sum, { minutes }) => sum + minutes, 0)),
        })
  const go = (event: FormEvent) => {
    event.preventDefault()
    void send(async () =>
      onMade((await prepareWorkshop(plan, { shape, title: title.trim() || t('workshop.new-title'), lang })).workshop),
    )
  }
  return (
    <form className="stack" onSubmit={go}>
      <h2>{t('workshop.prepare-new')}</h2>
      <p>{t('workshop-prepare.new-why')}</p>
      <Choices
        legend={t('workshop.shape')}
        value={shape}
        onChoose={setShape}
        choices={shapes.map((value) => ({
          value,
          label: t(`workshop.shape-${value}`),
          about: aboutOf(agendaFor(value, lang)),
        }))}
      />
      <LineField label={t('workshop.title')} value={title} onWrite={setTitle} max={LIMIT.title} />
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('workshop.prepare-go')}
        </Button>
      </div>
    </form>
  )
}
