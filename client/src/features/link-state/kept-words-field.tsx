import { useId, useState } from 'react'
import type { TextId } from '../../text/catalogue.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

type KeptWordsFieldProps = {
  readonly words: string
  readonly title?: TextId
  readonly about?: TextId | undefined
  /** What its button says. */
  readonly label?: TextId
}

/** Words that may not be saved, to read and copy. Where the clipboard is closed to pages (plain http), they are marked. */
export function KeptWordsField({
  words,
  title = 'live.kept-title',
  about = 'live.kept-about',
  label = 'live.kept-copy',
}: KeptWordsFieldProps) {
  const t = useText()
  const field = useId()
  const [told, setTold] = useState('')
  const copy = async () => {
    const area = document.getElementById(field) as HTMLTextAreaElement
    area.focus()
    area.select()
    const copied = await navigator.clipboard?.writeText(words).then(
      () => true,
      () => false,
    )
    setTold(t(copied || document.execCommand('copy') ? 'live.kept-copied' : 'live.kept-select'))
  }
  return (
    <div className="kept-words">
      <label htmlFor={field} className="field-label">
        {t(title)}
      </label>
      <p className="quiet">{t(about)}</p>
      <textarea id={field} readOnly value={words} dir="auto" />
      <div className="row">
        <Button onClick={copy}>{t(label)}</Button>
        <span role="status">{told}</span>
      </div>
    </div>
  )
}
