import {
  type CellValue,
  draftItem,
  type FeatureId,
  type Item,
  restoreItem,
  SHAPES,
  type ShapeId,
  type StandsFor,
} from '@withy/shared/plan'
import { type ReactNode, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ItemCard } from './item-card.tsx'
import { TakenOut } from './taken-out.tsx'
import { itemPlace, useList } from './use-list.ts'
import { usePutIn } from './use-put-in.ts'
import './lists.css'

type ListBoxProps = {
  readonly box: string
  readonly shape: ShapeId
  readonly section: string
  readonly label: string
  /** Features the section serves: a new action or asset starts with them. */
  readonly features: readonly FeatureId[]
  /** More about an item, drawn under it; `isOpen`: while it is written in. */
  readonly about?: (item: Item, isOpen: boolean) => ReactNode
  /** How items are read, and what they are written in, where that is not as of other lists. */
  readonly drawn?: { readonly read: (item: Item) => ReactNode; readonly form: (item: Item) => ReactNode }
  /** What a new row of easy words stands for. */
  readonly standsFor?: () => StandsFor
}

/** A list box: its items, each read until somebody opens it to write, and one button that adds another. */
export function ListBox({ box, shape, section, label, features, about, drawn, standsFor }: ListBoxProps) {
  const t = useText()
  const words = useWords()
  const desk = useDesk()
  const announce = useAnnounce()
  const list = useList(box, shape)
  usePutIn(box, shape)
  const [takenOut, setTakenOut] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const mayWrite = desk.may('write')
  const { fields, add: addWords } = SHAPES[shape]

  const start = () => {
    const served = fields.some((field) => field.type === 'features') && features.length > 0
    const cells: Record<string, CellValue> = served ? { features } : {}
    const id = draftItem(desk.live.doc, { key: box, shape, cells, ...(standsFor && { of: standsFor() }) })
    desk.writing.open(itemPlace(box, id))
  }
  const putBack = (id: string) => {
    restoreItem(desk.live.doc, box, id)
    setTakenOut(null)
    announce({ kind: 'done', sentence: t('plan.put-back-done') })
    add.current?.focus()
  }
  const known = new Set(list.removed.map(({ id }) => id))

  return (
    <div className="list-box" data-written={list.drawn.length > 0 || undefined}>
      {list.drawn.length > 0 && (
        <ul className="list item-list" aria-label={label}>
          {list.drawn.map(({ item, is }, at) => (
            <li key={item.id}>
              <ItemCard
                {...{ item, is, box, shape, section, features }}
                at={at}
                count={list.drawn.length}
                onMoved={list.settle}
                onTakenOut={setTakenOut}
                onGone={() => add.current?.focus()}
                onPutBack={putBack}
                about={(isOpen) => about?.(item, isOpen)}
                read={drawn?.read(item)}
                form={drawn?.form(item)}
              />
            </li>
          ))}
        </ul>
      )}
      {!mayWrite && list.drawn.length === 0 && <p className="quiet">{t('plan.empty')}</p>}
      {mayWrite && (
        <div className="box-do">
          <Button aria-label={`${words(addWords)}: ${label}`} ref={add} onClick={start}>
            {words(addWords)}
          </Button>
        </div>
      )}
      <TakenOut
        items={list.removed}
        latest={takenOut !== null && known.has(takenOut) ? takenOut : null}
        shape={SHAPES[shape]}
        onPutBack={mayWrite ? putBack : undefined}
      />
    </div>
  )
}
