import { LIMIT } from '@withy/shared/api'
import type { RichText, Wording } from '@withy/shared/plan'
import { useContext, useEffect, useId, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { WordsField } from '../../../ui/words-field.tsx'
import type { WordsNow } from './use-words-now.ts'
import { type WordsEditor, WordsEditorContext } from './words-editor-context.ts'

type Props = {
  readonly cell: WordsNow
  readonly label: string
  readonly onChange: (words: Wording) => void
  /** The keyboard leaves the words. */
  readonly onDone: () => void
}

/** What stands in it at first. */
type Starting<W extends Wording> = Props & { readonly words: W }

/** The words to be written over: an editor for a text box, a field for a cell. */
export function WordsToChange({ words, ...props }: Starting<Wording>) {
  return typeof words === 'string' ? <Cell {...props} words={words} /> : <Text {...props} words={words} />
}

function Cell({ cell, words, onChange }: Starting<string>) {
  const t = useText()
  const [typed, setTyped] = useState(words)
  return (
    <WordsField
      label={cell.label}
      value={typed}
      error={typed.length > LIMIT.cellWords ? t('common.at-most', { max: LIMIT.cellWords }) : undefined}
      onWrite={(next) => {
        // A cell of one line stays one.
        const kept = cell.long ? next : next.replaceAll('\n', ' ')
        setTyped(kept)
        onChange(kept)
      }}
    />
  )
}

/** People's headings are drawn below the dialog's own. */
const UNDER = 3

function Text({ words, label, onChange, onDone }: Starting<RichText>) {
  const t = useText()
  const hint = useId()
  const load = useContext(WordsEditorContext)
  const [Editor, setEditor] = useState<WordsEditor | null>(null)
  const [is, setIs] = useState<'here' | 'away' | 'unfit'>('here')
  useEffect(() => {
    let isOver = false
    load?.().then(
      (fetched) => isOver || setEditor(() => fetched),
      () => isOver || setIs('away'),
    )
    return () => {
      isOver = true
    }
  }, [load])
  if (is !== 'here') return <p role="status">{t(is === 'away' ? 'plan.editor-away' : 'plan.box-read-only')}</p>
  if (!Editor) return <p role="status">{t('common.opening')}</p>
  return (
    <>
      <p className="rich-editor-label" aria-hidden="true">
        {t('talk-suggest.label')}
      </p>
      <p id={hint} className="unseen">
        {t('talk-suggest.editor-hint')}
      </p>
      <Editor
        text={words}
        under={UNDER}
        describedBy={hint}
        onUnfit={() => setIs('unfit')}
        {...{ label, onChange, onDone }}
      />
    </>
  )
}
