import {
  type FeatureId,
  type Item,
  isTakenOut,
  itemInSection,
  moveItem,
  namedBy,
  removeItem,
  SHAPES,
  type ShapeId,
} from '@withy/shared/plan'
import { type ReactNode, useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useIsWriting } from '../../live/writing-place.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { MoveButtons } from '../../ui/move-buttons.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemWords } from './item-words.tsx'
import { OriginLine } from './origin-line.tsx'
import { type DrawnItem, itemPlace } from './use-list.ts'

type ItemCardProps = {
  readonly item: Item
  readonly is: DrawnItem['is']
  readonly box: string
  readonly shape: ShapeId
  readonly section: string
  /** What the section serves: goes without saying on its items. */
  readonly features: readonly FeatureId[]
  /** Where it stands among how many; 0 is the first. */
  readonly at: number
  readonly count: number
  readonly onMoved: () => void
  readonly onTakenOut: (id: string) => void
  /** It went when it was closed: nobody had written in it, or somebody else had taken it out. */
  readonly onGone: () => void
  readonly onPutBack: (id: string) => void
  readonly about: (isOpen: boolean) => ReactNode
  /** Instead of what it is read as and written in elsewhere. */
  readonly read?: ReactNode
  readonly form?: ReactNode
}

/** One item: read as a card, or open to write in, to move and to take out. */
export function ItemCard(props: ItemCardProps) {
  const { item, is, box, shape, section } = props
  const t = useText()
  const words = useWords()
  const announce = useAnnounce()
  const desk = useDesk()
  const { live, writing } = desk
  const place = itemPlace(box, item.id)
  const open = useIsWriting(writing, place) && desk.may('write')
  const card = useRef<HTMLElement>(null)
  const change = useRef<HTMLButtonElement>(null)
  const name = String(item.cells[namedBy(item, SHAPES[shape])?.id ?? ''] ?? words(SHAPES[shape].name))

  const wasOpen = useRef(false)
  useEffect(() => {
    if (open && !wasOpen.current) card.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
    wasOpen.current = open
    if (open) live.say({ section, box: place, caret: null })
    else return
    return () => live.say({ box: null })
  }, [open, live, section, place])

  /** Ends writing. false: it is not in the list (any more), because nobody had written in it or somebody took it out. */
  const close = () => {
    writing.close(place)
    return !isTakenOut(live.doc, box, item.id)
  }
  const done = () => {
    if (close()) requestAnimationFrame(() => change.current?.focus())
    else props.onGone()
  }
  const move = (way: 'up' | 'down') => {
    if (!moveItem(live.doc, box, item.id, way)) return
    props.onMoved()
    announce({ kind: 'done', sentence: t(way === 'up' ? 'plan.moved-up' : 'plan.moved-down', { name }) })
  }
  const takeOut = () => {
    if (!close()) return props.onGone()
    removeItem(live.doc, box, item.id)
    props.onTakenOut(item.id)
  }

  // The same before and after: what is begun in it stays.
  const about = is !== 'new' && (
    <div key="about" className="item-about">
      {props.about(open)}
    </div>
  )
  if (!open) {
    return (
      <article ref={card} className="item" aria-label={name}>
        <div className="item-read">
          {props.read ?? <ItemWords item={itemInSection(item, props.features)} shape={shape} />}
          {item.origin && <OriginLine item={item} origin={item.origin} />}
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
        {about}
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
        if (event.target instanceof Element && event.target.closest('.item-about')) return
        card.current?.querySelector<HTMLElement>('[data-done]')?.focus()
      }}
    >
      {is === 'gone' && (
        <div className="notice notice-careful" role="status">
          <p>{t('plan.gone-while-writing')}</p>
          <Button onClick={() => props.onPutBack(item.id)}>{t('plan.put-back')}</Button>
        </div>
      )}
      {item.origin && <OriginLine item={item} origin={item.origin} />}
      {props.form ?? <ItemForm item={item} box={box} shape={shape} />}
      <div className="item-tools row">
        <Button look="main" data-done="" onClick={done}>
          {t('plan.done')}
        </Button>
        <MoveButtons
          up={t('plan.move-up')}
          down={t('plan.move-down')}
          // What is not in the list has no place to be moved from.
          at={is === 'in' ? props.at : 0}
          count={is === 'in' ? props.count : 1}
          onMove={move}
        />
        {is !== 'gone' && (
          <Button look="careful" onClick={takeOut}>
            {t('plan.take-out')}
          </Button>
        )}
      </div>
      {about}
    </article>
  )
}
