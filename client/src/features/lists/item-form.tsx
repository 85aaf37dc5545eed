import { type CellValue, cellWords, type Field, type Item, SHAPES, type ShapeId, setCell } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { useText, useWords } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'
import { DateCell } from './date-cell.tsx'
import { ScaleCell } from './scale-cell.tsx'
import { ActionsCell, FeaturesCell, PeopleCell } from './ticks-cell.tsx'
import { PlainWordsCell, WordsCell } from './words-cell.tsx'

type ItemFormProps = { readonly item: Item; readonly box: string; readonly shape: ShapeId }

/** The fields of an item, each a native control with its words in sight. Everything is kept as it is typed or chosen. */
export function ItemForm({ item, box, shape }: ItemFormProps) {
  const { live } = useDesk()
  return (
    <div className="item-form">
      {SHAPES[shape].fields.map((field) => (
        <Cell
          key={field.id}
          {...{ field, item, box }}
          onSet={(value) => setCell(live.doc, box, item.id, field.id, value)}
        />
      ))}
    </div>
  )
}

type CellProps = {
  readonly field: Field
  readonly item: Item
  readonly box: string
  readonly onSet: (value: CellValue | null) => void
}

function Cell({ field, item, box, onSet }: CellProps) {
  const t = useText()
  const words = useWords()
  const { live } = useDesk()
  const value = item.cells[field.id]
  const label = field.required ? `${words(field.label)} (${t('plan.needed')})` : words(field.label)
  const hint = field.hint ? words(field.hint) : undefined
  switch (field.type) {
    case 'words': {
      const text = cellWords(live.doc, box, item.id, field.id)
      const about = { label, hint, long: field.long === true }
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
      return <PeopleCell label={label} hint={hint} value={idsIn(value)} onSet={onSet} />
    case 'actions':
      return <ActionsCell label={label} hint={hint} value={idsIn(value)} onSet={onSet} />
    case 'features':
      return <FeaturesCell label={label} hint={hint} value={idsIn(value)} onSet={onSet} />
  }
}

const idsIn = (value: CellValue | undefined): readonly string[] => (Array.isArray(value) ? value : [])
