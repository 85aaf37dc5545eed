import { cellWords, type Field, type Item, type Language, SHAPES, setCell } from '@withy/shared/plan'
import { useContext, useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useLanguage, useText, useWords } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { PlainWordsCell, WordsCell } from '../words-cell.tsx'
import { EasyHints } from './easy-hints.tsx'

type Again = Field & { readonly lang: Language }

/** Where the sentence of a row stands again, in each of our languages. */
export const AGAIN: readonly Again[] = SHAPES.easy.fields.filter(
  (field): field is Again => field.type === 'words' && field.lang !== undefined,
)

const BUTTON = { en: 'easy.again-en', cy: 'easy.again-cy' } as const satisfies Record<Language, string>

/** Which of them are written in: those that hold words or were asked for. What is emptied stays as long as the form is open. */
export function useAgain({ cells }: Item) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<string | null>(null)
  const filled = AGAIN.filter(({ id }) => cells[id] && !shown.has(id))
  if (filled.length > 0) setShown(new Set([...shown, ...filled.map(({ id }) => id)]))
  const ask = (id: string) => {
    setAsked(id)
    setShown(new Set([...shown, id]))
  }
  return { shown, asked, ask }
}

/** For the one that was asked for, as it comes: the button that was pressed has gone. */
export const takeFocus = (place: HTMLElement | null): void => place?.querySelector('textarea')?.focus()

/**
 * Offers to write the sentence again in the other language. It is in the plan's own; where nobody said which that is, in the page's. In a
 * plan in a third language both are offered, the one that is not the page's first (SPEC EASY-65).
 */
export function SayAgain({ onAsk }: { readonly onAsk: (field: string) => void }) {
  const t = useText()
  const reader = useLanguage()
  const own = useContext(PlanLanguage) ?? reader
  const others = AGAIN.filter(({ lang }) => lang !== own)
  return (
    <div className="row">
      {others
        .toSorted((a, b) => Number(a.lang === reader) - Number(b.lang === reader))
        .map(({ id, lang }) => (
          <Button key={id} onClick={() => onAsk(id)}>
            {t(BUTTON[lang])}
          </Button>
        ))}
    </div>
  )
}

type RowWordsProps = {
  readonly field: Field
  readonly item: Item
  readonly box: string
  readonly hint: string
  /** Which language they are in, where that is known. */
  readonly lang: Language | undefined
}

/** Words of a row to write in, with what could be easier in them. */
export function RowWords({ field, item, box, hint, lang }: RowWordsProps) {
  const words = useWords()
  const { live } = useDesk()
  const text = cellWords(live.doc, box, item.id, field.id)
  const said = String(item.cells[field.id] ?? '')
  const about = { label: words(field.label), hint, long: false, lang }
  return (
    <>
      {text ? (
        <WordsCell words={text} {...about} />
      ) : (
        <PlainWordsCell value={said} onSet={(value) => setCell(live.doc, box, item.id, field.id, value)} {...about} />
      )}
      <EasyHints words={said} lang={lang} />
    </>
  )
}
