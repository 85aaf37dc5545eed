import { type Item, type ItemShape, isBlankItem, namedBy } from '@withy/shared/plan'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Theirs } from '../../ui/theirs.tsx'

type TakenOutProps = {
  readonly items: readonly Item[]
  /** The one this person took out last: told at once, with the way back. */
  readonly latest: string | null
  readonly shape: ItemShape
  /** Absent for those who may only read. */
  readonly onPutBack: ((id: string) => void) | undefined
}

/** What was taken out of a list. It stays, for anyone who writes here to put back (SPEC PLAN-88). */
export function TakenOut({ items, latest, shape, onPutBack }: TakenOutProps) {
  const t = useText()
  const words = useWords()
  if (!onPutBack) return null
  const nameOf = (item: Item) => String(item.cells[namedBy(item, shape)?.id ?? ''] ?? words(shape.name))
  const written = items.filter((item) => !isBlankItem(item))
  const last = written.find(({ id }) => id === latest)
  const others = written.filter(({ id }) => id !== latest)
  return (
    <>
      {last && (
        <div className="taken-out notice">
          <p>{t('plan.taken-out', { name: nameOf(last) })}</p>
          <Button
            aria-label={`${t('plan.put-back')}: ${nameOf(last)}`}
            // The one taken out next takes the focus too.
            key={last.id}
            ref={takeFocus}
            onClick={() => onPutBack(last.id)}
          >
            {t('plan.put-back')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <details className="taken-out-list">
          <summary>{t('plan.taken-out-count', { count: others.length })}</summary>
          <ul className="list">
            {others.map((item) => (
              <li key={item.id} className="row">
                <Theirs as="span">{nameOf(item)}</Theirs>
                <Button
                  aria-label={`${t('plan.put-back')}: ${nameOf(item)}`}
                  look="quiet"
                  onClick={() => onPutBack(item.id)}
                >
                  {t('plan.put-back')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What was in focus is gone with the item: the way to get it back is next. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()
