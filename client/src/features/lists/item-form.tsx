import {
  type CellValue,
  cellWords,
  type Field,
  type Item,
  SHAPES,
  type ShapeId,
  setCell,
  setTick,
} from '@withy/shared/plan'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { openTexts } from '../../text/language.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'
import { reach } from '../../ui/reach.ts'
import { DateCell } from './date-cell.tsx'
import { ScaleCell } from './scale-cell.tsx'
import { ActionsCell, FeaturesCell, PeopleCell } from './ticks-cell.tsx'
import { PlainWordsCell, WordsCell } from './words-cell.tsx'

/** What is asked of an action only after it has begun. */
const LATER: ReadonlySet<string> = new Set(['status', 'why-stopped', 'features', 'happened'])

/** Where it cannot be had an item is whole without it. */
const ItemLanguage = lazy(() =>
  reach(() => Promise.all([import('./item-language.tsx'), openTexts('spoken')])).then(
    ([{ ItemLanguage }]) => ({ default: ItemLanguage }),
    (): { default: ComponentType<Pick<ItemFormProps, 'item' | 'box'>> } => ({ default: () => null }),
  ),
)

type ItemFormProps = { readonly item: Item; readonly box: string; readonly shape: ShapeId }

/** The fields of an item, each a native control with its words in sight. Everything is kept as it is typed or chosen. */
export function ItemForm({ item, box, shape }: ItemFormProps) {
  const t = useText()
  const { live } = useDesk()
  const { cells } = item
  const fields = SHAPES[shape].fields.filter(
    ({ id }) => id !== 'why-stopped' || cells.status === 'stopped' || cells['why-stopped'],
  )
  const isLater = ({ id }: Field) => shape === 'action' && LATER.has(id)
  const later = fields.filter(isLater)
  const [begun] = useState(() => later.some(({ id, type }) => type !== 'features' && cells[id] !== undefined))
  const draw = (field: Field) => (
    <Cell
      key={field.id}
      {...{ field, item, box }}
      onSet={(value) => setCell(live.doc, box, item.id, field.id, value)}
      onTick={(id, on) => setTick(live.doc, box, item.id, field.id, id, on)}
    />
  )
  return (
    <div className="item-form">
      {fields.filter((field) => !isLater(field)).map(draw)}
      {later.length > 0 && (
        <details className="features-cell" open={begun}>
          <summary>{t('plan.more')}</summary>
          <div className="item-form">{later.map(draw)}</div>
        </details>
      )}
      <Suspense fallback={<p className="features-cell-comes" />}>
        <ItemLanguage {...{ item, box }} />
      </Suspense>
    </div>
  )
}

type CellProps = {
  readonly field: Field
  readonly item: Item
  readonly box: string
  readonly onSet: (value: string | number | null) => void
  readonly onTick: (id: string, on: boolean) => void
}

function Cell({ field, item, box, onSet, onTick }: CellProps) {
  const t = useText()
  const words = useWords()
  const { live } = useDesk()
  const value = item.cells[field.id]
  const label = field.required ? `${words(field.label)} (${t('plan.needed')})` : words(field.label)
  const hint = field.hint ? words(field.hint) : undefined
  switch (field.type) {
    case 'words': {
      const text = cellWords(live.doc, box, item.id, field.id)
      const about = { label, hint, long: field.long === true, lang: item.lang }
      if (text) return <WordsCell words={text} {...about} />
      return <PlainWordsCell value={String(value ?? '')} onSet={onSet} {...about} />
    }
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          value={String(value ?? '')}
          onChange={(event) => onSet(event.target.value || null)}
        >
          <option value="">{t('plan.not-chosen')}</option>
          {field.options.map((option) => (
            <option key={option.id} value={option.id}>
              {words(option.label)}
            </option>
          ))}
        </SelectField>
      )
    case 'date':
      return <DateCell label={label} hint={hint} value={String(value ?? '')} onSet={onSet} />
    case 'scale':
      return <ScaleCell label={label} hint={hint} value={typeof value === 'number' ? value : null} onSet={onSet} />
    case 'people':
      return <PeopleCell label={label} hint={hint} value={idsIn(value)} onTick={onTick} />
    case 'actions':
      return <ActionsCell label={label} hint={hint} value={idsIn(value)} onTick={onTick} />
    // Pictures are chosen by what they show: see easy/picture-choice.tsx.
    case 'picture':
      return null
    case 'features':
      return <FeaturesCell label={label} hint={hint} value={idsIn(value)} onTick={onTick} />
  }
}

const idsIn = (value: CellValue | undefined): readonly string[] => (Array.isArray(value) ? value : [])
