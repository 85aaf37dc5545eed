import { type FormEvent, useState } from 'react'
import { useDesk } from '../../../../live/desk.tsx'
import { PhotoView } from '../../../../plan-view/photo-view.tsx'
import { useText } from '../../../../text/use-text.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choices } from '../../../../ui/choices.tsx'
import { takeLostFocus } from '../../../../ui/late-focus.ts'
import type { UsedPhoto } from './photo-draft.ts'

type WhichWordsProps = {
  readonly photo: string
  /** What may be said of it, each once: first what somebody typed in this row. */
  readonly said: readonly string[]
  readonly onUse: (used: UsedPhoto) => void
  readonly onBack: () => void
}

/** A photo the plan has, for a row that has words about another one: they are asked about before they would go (SPEC EASY-67). */
export function WhichWords({ photo, said, onUse, onBack }: WhichWordsProps) {
  const t = useText()
  const { id } = useDesk()
  const [at, setAt] = useState('0')
  const use = (event: FormEvent) => {
    event.preventDefault()
    onUse({ photo, words: said[Number(at)] ?? '' })
  }
  return (
    <form className="stack" onSubmit={use}>
      <h3 ref={takeLostFocus} tabIndex={-1}>
        {t('photos.which-words')}
      </h3>
      <PhotoView planId={id} photo={photo} />
      <Choices
        legend={t('photos.shows')}
        hint={t('photos.which-hint')}
        value={at}
        onChoose={setAt}
        choices={[
          ...said.map((words, n) => ({ value: String(n), label: <span dir="auto">{words}</span> })),
          { value: String(said.length), label: t('photos.which-other') },
        ]}
      />
      <div className="row">
        <Button look="main" type="submit">
          {t('photos.use')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
