import { LIMIT } from '@withy/shared/api'
import type { RichText, Wording } from '@withy/shared/plan'
import { useId, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { WordsField } from '../../../ui/words-field.tsx'
import type { WordsNow } from './use-words-now.ts'
import type { WordsEditor } from './words-editor-context.ts'

type Props = {
  readonly cell: WordsNow
  readonly label: string
  readonly onChange: (words: Wording) => void
  /** The keyboard leaves the words. */
  readonly onDone: () => void
}

/** What stands in it at first. */
type Starting<W extends Wording> = Props & { readonly words: W }
type InEditor = { readonly editor: WordsEditor }

/** The words to be written over: an editor for a text box, a field for a cell. */
export function WordsToChange({
  words,
  editor,
  ...props
}: Starting<Wording> & { readonly editor: WordsEditor | null }) {
  if (typeof words === 'string') return <Cell {...props} words={words} />
  return editor && <Text {...props} words={words} editor={editor} />
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

function Text({ words, editor: Editor, label, onChange, onDone }: Starting<RichText> & InEditor) {
  const t = useText()
  const hint = useId()
  const [isUnfit, setIsUnfit] = useState(false)
  if (isUnfit) return <p role="status">{t('plan.box-read-only')}</p>
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
        onUnfit={() => setIsUnfit(true)}
        {...{ label, onChange, onDone }}
      />
    </>
  )
}
