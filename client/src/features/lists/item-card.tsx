import {
  type FeatureId,
  type Item,
  listRoot,
  moveItem,
  readList,
  removeItem,
  SHAPES,
  type ShapeId,
} from '@withy/shared/plan'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useIsWriting } from '../../live/writing-place.ts'
import { ItemView } from '../../plan-view/item-view.tsx'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ItemForm } from './item-form.tsx'
import { OriginLine } from './origin-line.tsx'
import { isBlank, itemPlace } from './use-list.ts'

type ItemCardProps = {
  readonly item: Item
  /** Taken out by somebody else while it is open here. */
  readonly gone: boolean
  readonly box: string
  readonly shape: ShapeId
  readonly section: string
  /** What the section serves: goes without saying on its items. */
  readonly features: readonly FeatureId[]
  readonly first: boolean
  readonly last: boolean
  readonly onMoved: () => void
  readonly onTakenOut: (id: string) => void
  readonly onPutBack: (id: string) => void
  readonly about: ReactNode
}

/** One item: read as a card, or open to write in, to move and to take out. */
export function ItemCard(props: ItemCardProps) {
  const { item, gone, box, shape, section, first, last } = props
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  const announce = useAnnounce()
  const desk = useDesk()
  const { live, writing } = desk
  const place = itemPlace(box, item.id)
  const open = useIsWriting(writing, place) && desk.may('write')
  const card = useRef<HTMLElement>(null)
  const change = useRef<HTMLButtonElement>(null)
  const moved = useRef<'up' | 'down' | null>(null)
  const { fields, name: kind } = SHAPES[shape]
  const name = String(item.cells[fields[0]?.id ?? ''] ?? words(kind))

  const wasOpen = useRef(false)
  useEffect(() => {
    if (open && !wasOpen.current) card.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
    wasOpen.current = open
    if (open) live.say({ section, box: place, caret: null })
    else return
    return () => live.say({ box: null })
  }, [open, live, section, place])

  // A node that is moved in the page loses the focus: it goes back to the button that was pressed.
  useLayoutEffect(() => {
    if (moved.current) card.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus()
    moved.current = null
  })

  const close = () => {
    writing.close(place)
    // As it is in the document now: what was typed a moment ago may not be drawn yet.
    const now = readList(listRoot(live.doc, box), SHAPES[shape]).items.find(({ id }) => id === item.id)
    if (now && isBlank(now)) removeItem(live.doc, box, item.id)
    else requestAnimationFrame(() => change.current?.focus())
  }
  const move = (way: 'up' | 'down') => {
    if (!moveItem(live.doc, box, item.id, way)) return
    moved.current = way
    props.onMoved()
    announce({ kind: 'done', sentence: t(way === 'up' ? 'plan.moved-up' : 'plan.moved-down', { name }) })
  }
  const takeOut = () => {
    writing.close(place)
    removeItem(live.doc, box, item.id)
    props.onTakenOut(item.id)
  }

  if (!open) {
    return (
      <article ref={card} className="item" aria-label={name}>
        <div className="item-read">
          <ItemView item={shownOf(item, props.features)} shape={SHAPES[shape]} lang={lang} people={desk.names} />
          {item.origin && <OriginLine origin={item.origin} />}
        </div>
        {desk.may('write') && (
          <Button
            aria-label={`${t('plan.change')}: ${name}`}
            ref={change}
            look="quiet"
            className="item-change"
            onClick={() => writing.open(place)}
          >
            {t('plan.change')}
          </Button>
        )}
        {props.about && <div className="item-about">{props.about}</div>}
      </article>
    )
  }
  return (
    <article
      ref={card}
      className="item item-open"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        card.current?.querySelector<HTMLElement>('[data-done]')?.focus()
      }}
    >
      {gone && (
        <div className="notice notice-careful" role="status">
          <p>{t('plan.gone-while-writing')}</p>
          <Button onClick={() => props.onPutBack(item.id)}>{t('plan.put-back')}</Button>
        </div>
      )}
      {item.origin && <OriginLine origin={item.origin} />}
      <ItemForm item={item} box={box} shape={shape} />
      <div className="item-tools row">
        <Button look="main" data-done="" onClick={close}>
          {t('plan.done')}
        </Button>
        <Button data-move="up" aria-disabled={first || undefined} onClick={() => move('up')}>
          {t('plan.move-up')}
        </Button>
        <Button data-move="down" aria-disabled={last || undefined} onClick={() => move('down')}>
          {t('plan.move-down')}
        </Button>
        {!gone && (
          <Button look="careful" onClick={takeOut}>
            {t('plan.take-out')}
          </Button>
        )}
      </div>
    </article>
  )
}

function shownOf(item: Item, served: readonly FeatureId[]): Item {
  const { features, ...cells } = item.cells
  return JSON.stringify(features) === JSON.stringify(served) ? { ...item, cells } : item
}
