import { type CellChange, type Change, type Comparison, type Field, nameOfLanguage, SHAPES } from '@withy/shared/plan'
import { ChangedWords, changedBy, manyChanged } from '../../plan-view/changed-words.tsx'
import { cellWordsIn, ItemView, type KnownPerson } from '../../plan-view/item-view.tsx'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import type { Tell } from './line-view.tsx'
import { pictureWords, withPictureWords } from './picture-words.ts'

type ItemChangeProps = {
  readonly change: Extract<Change, { what: 'item' }>
  readonly actions: Comparison['actions']
  readonly people: readonly KnownPerson[]
  readonly tell: Tell
}

/** One item of a list that reads differently: added, taken out, moved, or changed cell by cell. */
export function ItemChange({ change, actions, people, tell }: ItemChangeProps) {
  const t = useText()
  const lang = useLanguage()
  const { did, item, shape: shapeId, cells, place, by } = change
  const shape = SHAPES[shapeId]
  const known = { people, actions: new Map(Object.entries(actions)) }
  if (did === 'changed') {
    const [first] = shape.fields
    const name = (first && cellWordsIn(first, item.cells[first.id], lang, known)) || shape.name[lang]
    return (
      <li className="change change-changed">
        <p className="change-did">{t('history.changed-in', { name })}</p>
        <dl className="change-cells">
          {(cells ?? []).map((cell) => (
            <Cell
              key={cell.field}
              cell={cell}
              spoken={item.lang}
              field={shape.fields.find(({ id }) => id === cell.field)}
              {...{ known, tell }}
            />
          ))}
        </dl>
      </li>
    )
  }
  const said =
    did === 'moved'
      ? t('history.moved', { ...tell(by), at: place?.at ?? 0, of: place?.of ?? 0 })
      : t(`history.${did}`, tell(by))
  const drawn = <ItemView item={withPictureWords(item, shapeId, lang, t)} shape={shape} lang={lang} {...known} />
  return (
    <li className={`change change-${did}`}>
      <p className="change-did">{said}</p>
      <div className="change-item">
        {did === 'taken-out' ? <del>{drawn}</del> : did === 'added' ? <ins>{drawn}</ins> : drawn}
      </div>
    </li>
  )
}

/** What of an item is told beside its fields. */
const BESIDE_FIELDS: Readonly<Record<string, 'history.origin' | 'history.spoken'>> = {
  origin: 'history.origin',
  lang: 'history.spoken',
}

type CellProps = {
  readonly cell: CellChange
  readonly field: Field | undefined
  /** In which language the words of the item are, where that is said. */
  readonly spoken: string | undefined
  readonly known: Parameters<typeof cellWordsIn>[3]
  readonly tell: Tell
}

function Cell({ cell, field, spoken, known, tell }: CellProps) {
  const t = useText()
  const lang = useLanguage()
  const label = field?.label[lang] ?? t(BESIDE_FIELDS[cell.field] ?? 'history.other-words')
  if ('parts' in cell) {
    const { parts } = cell
    const added = changedBy(parts, 'added')
    const gone = changedBy(parts, 'taken-out')
    return (
      <div>
        <dt>{label}</dt>
        <Theirs as="dd" in={spoken} className="change-words">
          <ChangedWords parts={parts} told={manyChanged(parts) ? tell : undefined} />
        </Theirs>
        {added.length + gone.length > 0 ? (
          <dd className="change-more">
            {[
              ...(added.length > 0 ? [t('history.added', tell(added))] : []),
              ...(gone.length > 0 ? [t('history.taken-out', tell(gone))] : []),
            ].join(' ')}
          </dd>
        ) : null}
      </div>
    )
  }
  const words = (value: typeof cell.before) => {
    const told = field?.type === 'picture' ? pictureWords(value, lang, t) : value
    if (cell.field === 'lang' && typeof value === 'string') return nameOfLanguage(value, lang)
    return field ? cellWordsIn(field, told, lang, known) : ''
  }
  const [was, is] = [words(cell.before), words(cell.after)]
  const parts = [
    ...(was ? [{ is: 'taken-out' as const, text: was }] : []),
    ...(was && is ? [{ is: 'same' as const, text: ' ' }] : []),
    ...(is ? [{ is: 'added' as const, text: is }] : []),
  ]
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto" className="change-words">
        {parts.length > 0 ? <ChangedWords parts={parts} /> : t('history.changed')}
      </dd>
      {tell(cell.by).who === 'none' ? null : <dd className="change-more">{t('history.changed-by', tell(cell.by))}</dd>}
    </div>
  )
}
